package io.stipple.head;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.Scale;
import io.stipple.model.ScaleGrade;
import io.stipple.opencv.Mask;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A head of which a photo shows the outline, before a camera that is known; its shape is each test's own. */
final class StagedHead {
    static final int SIDE = 1200;
    static final double FOCAL = 3000;
    static final double PX_PER_MM = 8;
    static final double DISTANCE_MM = FOCAL / PX_PER_MM;
    static final Camera CAMERA = Camera.centred(FOCAL, SIDE, SIDE);
    private static final Ellipse OUTLINE = new Ellipse(600, 600, 430, 530, 0.1);

    private StagedHead() {}

    static BentSkull of(SkullShape shape, double[] bend) {
        return new BentSkull(
                SkullQuadric.inside(SilhouetteCone.over(OUTLINE, CAMERA), CAMERA, DISTANCE_MM, shape), bend);
    }

    /** What the outline alone tells. */
    static HeadSurface start() {
        try (Head head = new Head(
                new Mask(new Mat(SIDE, SIDE, CvType.CV_8UC1, Scalar.all(255))),
                OUTLINE.polygon("head"),
                OUTLINE.polygon("head").points(),
                false,
                0)) {
            return HeadSurface.fit(head, "top", new Scale(PX_PER_MM, ScaleGrade.B, 0.01), FOCAL, SIDE, SIDE);
        }
    }

    static Vec3 turned(Vec3 v, double yaw, double pitch) {
        Vec3 yawed = new Vec3(
                v.x() * Math.cos(yaw) + v.z() * Math.sin(yaw), v.y(), v.z() * Math.cos(yaw) - v.x() * Math.sin(yaw));
        return new Vec3(
                yawed.x(),
                yawed.y() * Math.cos(pitch) - yawed.z() * Math.sin(pitch),
                yawed.y() * Math.sin(pitch) + yawed.z() * Math.cos(pitch));
    }

    static PointPx projected(Vec3 there) {
        return new PointPx(CAMERA.xPx() + FOCAL * there.x() / there.z(), CAMERA.yPx() + FOCAL * there.y() / there.z());
    }

    /** Where a place of the reference lies in another photo. */
    interface Projection {
        PointPx of(double x, double y);
    }

    /** The map to a photo that shows each place of this head where the projection has it. */
    static PixelMap map(BentSkull head, Projection projection, boolean trusted) {
        return new PixelMap() {
            @Override
            public PointPx toPhoto(double x, double y) {
                return head.facet(x, y).isPresent() ? projection.of(x, y) : new PointPx(-1, -1);
            }

            @Override
            public PointPx toReference(double x, double y) {
                throw new UnsupportedOperationException("not asked for");
            }

            @Override
            public boolean trusted(double x, double y) {
                return trusted;
            }
        };
    }
}
