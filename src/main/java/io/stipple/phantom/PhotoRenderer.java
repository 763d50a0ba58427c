package io.stipple.phantom;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** Renders one photo and the places of all dots in it. */
final class PhotoRenderer {
    private static final int BLOOD_SHRINK = 4;
    // Room for long hair beyond the outline as well.
    private static final double MARGIN_MM = 8;

    private final PhantomSettings settings;
    private final List<PlannedDot> dots;
    private final Stubble stubble;

    PhotoRenderer(PhantomSettings settings, List<PlannedDot> dots, Stubble stubble) {
        this.settings = settings;
        this.dots = dots;
        this.stubble = stubble;
    }

    /**
     * The photo as a JPEG without EXIF.
     *
     * @param room as {@link Room#seen} gives it
     * @param places of all dots in this photo
     * @param sideways whether the file holds the picture turned to the left, to be turned back by its EXIF
     */
    byte[] render(
            Shot shot, int stage, SkinAtlas atlas, Mat room, List<SkinPoint> places, boolean sideways, Dice dice) {
        Camera camera = shot.view().camera();
        int[] box = box(shot.view());
        Canvas pigment = new Canvas(box[0], box[1], box[2], box[3]);
        Canvas hair = new Canvas(box[0], box[1], box[2], box[3]);
        Canvas blood = new Canvas(0, 0, box[2] / BLOOD_SHRINK + 2, box[3] / BLOOD_SHRINK + 2);
        double pxPerMm = camera.focalPx() / camera.headCentre().z();
        for (PlannedDot dot : dots) {
            SkinPoint at = places.get(dot.id());
            if (!dot.alive(stage) || at.cosine() < 0.04) {
                continue;
            }
            pigment.addDot(at, dot.radiusMm()[stage], dot.softnessMm()[stage], dot.od()[stage]);
            if (dot.birth() == stage && !settings.has(Stress.UNCHANGED_DOTS)) {
                double x = (at.xPx() - box[0]) / BLOOD_SHRINK;
                double y = (at.yPx() - box[1]) / BLOOD_SHRINK;
                blood.addHaze(x, y, 2.4 * pxPerMm / BLOOD_SHRINK, 0.009 * at.cosine());
                blood.addHaze(x, y, 0.45 * pxPerMm / BLOOD_SHRINK, 0.07 * at.cosine());
            }
        }
        stubble.paint(hair, shot.view(), shot.hairMm(), stage);
        if (settings.has(Stress.LONG_HAIR)) {
            stubble.paintLong(hair, shot.view(), stage);
        }
        Mat photo = Room.lit(room, camera.widthPx(), camera.heightPx(), shot.quarterTurn(), dice, shot.gain());
        try {
            boolean nobody = settings.has(Stress.EMPTY_CHAIR) && stage == settings.visits() - 1;
            if (!nobody) {
                new HeadPainter(shot, atlas, settings.skin().linearRgb(), pigment, hair, blood, BLOOD_SHRINK)
                        .paint(photo);
            }
            if (sideways) {
                Core.rotate(photo, photo, Core.ROTATE_90_COUNTERCLOCKWISE);
            }
            return shot.finish().develop(photo, dice);
        } finally {
            photo.release();
        }
    }

    /** The part of the frame that the skull takes: left, top, width, height, px. */
    private static int[] box(SkinView view) {
        double margin = 12
                + MARGIN_MM
                        * view.camera().focalPx()
                        / view.camera().headCentre().z();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (double polar = 0; polar <= 180; polar += 2) {
            for (double azimuth = -180; azimuth < 180; azimuth += 2) {
                SkinPoint at = view.project(ScalpRegion.direction(polar, azimuth));
                if (at.cosine() > -0.1) {
                    left = Math.min(left, at.xPx());
                    right = Math.max(right, at.xPx());
                    top = Math.min(top, at.yPx());
                    bottom = Math.max(bottom, at.yPx());
                }
            }
        }
        int x = (int) Math.max(0, left - margin);
        int y = (int) Math.max(0, top - margin);
        int width = (int) Math.min(view.camera().widthPx() - 1, right + margin) - x + 1;
        int height = (int) Math.min(view.camera().heightPx() - 1, bottom + margin) - y + 1;
        return new int[] {x, y, Math.max(1, width), Math.max(1, height)};
    }
}
