package io.stipple.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.model.Scale;
import io.stipple.model.ScaleGrade;
import io.stipple.model.ScalpFrame;
import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class HeadSurfaceTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final double FOCAL = 900;
    private static final Camera CAMERA = Camera.centred(FOCAL, WIDTH, HEIGHT);

    @BeforeAll
    static void natives() {
        OpenCv.load();
    }

    @Test
    void aBallOffTheMiddleHasTheAreaAndAngleOfItsOwnGeometry() {
        Vec3 centre = new Vec3(35, -20, 420);
        double radius = 80;
        SkullQuadric surface = SkullQuadric.inside(
                SilhouetteCone.over(fitted(i -> ballRim(centre, radius, i)), CAMERA),
                CAMERA,
                centre.z() - radius,
                new SkullShape(SkullShape.Reference.SHORTER, 1, 0, 0));

        for (PointPx p : List.of(new PointPx(574, 357), new PointPx(480, 300), new PointPx(680, 430))) {
            ScalpFrame frame = surface.at(p.x(), p.y()).orElseThrow();
            // Solid angle of a pixel times squared distance over cosine: no ellipsoid, no tangent frame in it.
            double rayX = (p.x() - 499.5) / FOCAL;
            double rayY = (p.y() - 399.5) / FOCAL;
            double stretch = Math.sqrt(1 + rayX * rayX + rayY * rayY);
            double along = (rayX * centre.x() + rayY * centre.y() + centre.z()) / stretch;
            double off2 = centre.dot(centre) - along * along;
            double distance = along - Math.sqrt(radius * radius - off2);
            double cosine = Math.sqrt(1 - off2 / (radius * radius));
            double mm2 = distance * distance / (FOCAL * FOCAL * Math.pow(stretch, 3)) / cosine;
            assertThat(frame.mm2PerPx()).isCloseTo(mm2, within(1e-3 * mm2)); // the fitted rim's own precision
        }
    }

    @Test
    void anEllipsoidComesBackFromItsSilhouette() {
        double distance = 400;
        double bulge = 82;
        double shrink = Math.sqrt(1 - bulge * bulge / (distance * distance));
        double depth = distance - bulge * bulge / distance; // the plane in which lines of sight graze it
        SkullQuadric surface = SkullQuadric.inside(
                SilhouetteCone.over(
                        fitted(i -> pixel(new Vec3(
                                77 * shrink * Math.cos(i * Math.PI / 180),
                                98 * shrink * Math.sin(i * Math.PI / 180),
                                depth))),
                        CAMERA),
                CAMERA,
                distance - bulge,
                new SkullShape(SkullShape.Reference.SHORTER, bulge / 77, 0, 0));

        // A point of the ellipsoid, and the frame there from its own gradient.
        double x = 40;
        double y = -50;
        double height = bulge * Math.sqrt(1 - x * x / (77 * 77) - y * y / (98 * 98));
        Vec3 point = new Vec3(x, y, distance - height);
        Vec3 normal = new Vec3(x / (77 * 77), y / (98 * 98), -height / (bulge * bulge)).unit();
        PointPx seen = pixel(point);
        ScalpFrame frame = surface.at(seen.x(), seen.y()).orElseThrow();
        double cosine = -normal.dot(point.unit());
        double stretch = point.length() / point.z();
        double mm2 = point.dot(point) / (FOCAL * FOCAL * Math.pow(stretch, 3)) / cosine;
        assertThat(frame.mm2PerPx()).isCloseTo(mm2, within(1e-3 * mm2));
        assertThat(surface.at(499.5, 399.5).orElseThrow().pxPerMm())
                .isCloseTo(FOCAL / (distance - bulge), within(1e-3));
    }

    @Test
    void thereIsNoScalpBesideTheHead() {
        HeadSurface surface = surface(head(false), "top");

        assertThat(surface.at(20, 20)).isEmpty();
        assertThat(surface.kind()).isEqualTo(SurfaceKind.ELLIPSOID);
    }

    @Test
    void lowerScalpIsSmallerInThePhoto() {
        HeadSurface surface = surface(head(false), "top");
        ScalpFrame middle = surface.at(500, 400).orElseThrow();
        ScalpFrame aside = surface.at(600, 400).orElseThrow();

        assertThat(middle.pxPerMm()).isCloseTo(3, within(0.01));
        assertThat(middle.cosineOfView()).isGreaterThan(0.999);
        assertThat(aside.pxPerMm()).isLessThan(2.95);
        assertThat(aside.cosineOfView()).isLessThan(0.95);
    }

    @Test
    void scalpThatFillsTheFrameIsTakenForFlat() {
        HeadSurface surface = surface(head(true), "top");

        assertThat(surface.kind()).isEqualTo(SurfaceKind.FLAT);
        assertThat(surface.at(3, 790).orElseThrow()).isEqualTo(ScalpFrame.facing(3));
    }

    private static HeadSurface surface(Head head, String view) {
        try (head) {
            return HeadSurface.fit(head, view, new Scale(3, ScaleGrade.B, 0.01), FOCAL, WIDTH, HEIGHT);
        }
    }

    private static Head head(boolean fillsFrame) {
        Ellipse ellipse = new Ellipse(500, 400, 180, 220, 0);
        List<PointPx> rim = ellipse.polygon("head").points();
        Mat inside = new Mat(HEIGHT, WIDTH, CvType.CV_8UC1, Scalar.all(0));
        Imgproc.ellipse(inside, new Point(500, 400), new Size(180, 220), 0, 0, 360, Scalar.all(255), -1);
        return new Head(
                new Mask(inside),
                ellipse.polygon("head"),
                fillsFrame ? List.of() : rim,
                fillsFrame,
                fillsFrame ? 1 : 0);
    }

    private static Ellipse fitted(IntFunction<PointPx> rim) {
        List<PointPx> points = IntStream.range(0, 360).mapToObj(rim).toList();
        return RimEllipse.fit(points, 180, SkullView.UNKNOWN).orElseThrow();
    }

    // The circle where tangents from the camera touch a ball lies in a plane across the line to its centre.
    private static PointPx ballRim(Vec3 centre, double radius, int degrees) {
        double distance = centre.length();
        double half = Math.asin(radius / distance);
        Vec3 axis = centre.unit();
        Vec3 first = axis.cross(new Vec3(0, 1, 0)).unit();
        Vec3 second = axis.cross(first);
        double angle = Math.toRadians(degrees);
        return pixel(axis.times(Math.cos(half))
                .plus(first.times(Math.sin(half) * Math.cos(angle)))
                .plus(second.times(Math.sin(half) * Math.sin(angle))));
    }

    private static PointPx pixel(Vec3 p) {
        return new PointPx(499.5 + FOCAL * p.x() / p.z(), 399.5 + FOCAL * p.y() / p.z());
    }
}
