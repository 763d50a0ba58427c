package io.stipple.phantom;

import java.util.ArrayList;
import java.util.List;

/** What else is in the picture with the skull: the body, what is worn, and a hand that holds the head. */
final class Wardrobe {
    private static final double[] SHIRT = {0.03, 0.035, 0.05};
    private static final double[] CAPE = {0.10, 0.09, 0.13};
    private static final double[] GLOVE = {0.015, 0.015, 0.018};
    private static final double[] CAP = {0.05, 0.11, 0.30};
    private static final double[] FRAME = {0.01, 0.01, 0.01};

    private Wardrobe() {}

    /** All parts in one photo of a stage. */
    static List<BodyPart> of(PhantomSettings settings, HeadSurface head, int stage) {
        List<BodyPart> parts = new ArrayList<>(person());
        boolean every2nd = stage % 2 == 1;
        Dice dice = new Dice(settings.seed(), "wardrobe", stage);
        if (settings.has(Stress.CAPE)) {
            parts.add(BodyPart.cloth(new Vec(0, -25, -185), new Vec(185, 120, 75), CAPE, 0.5));
            parts.add(BodyPart.cloth(new Vec(0, -20, -112), new Vec(68, 74, 16), CAPE, 0.5));
        }
        if (settings.has(Stress.GLASSES)) {
            glasses(parts);
        }
        if (settings.has(Stress.CAP) && every2nd) {
            Vec front = new Vec(0, 0.94, 0.34);
            parts.add(BodyPart.cloth(new Vec(0, 0, 0), new Vec(83, 103, 119), CAP, 0.3)
                    .cutTo(front, dice.between(42, 55)));
        }
        if (settings.has(Stress.GLOVE) && every2nd) {
            glove(parts, head, dice);
        }
        return parts;
    }

    /** Neck, shoulders, ears and nose. */
    private static List<BodyPart> person() {
        return List.of(
                BodyPart.skin(new Vec(0, -22, -120), new Vec(54, 58, 75)),
                BodyPart.cloth(new Vec(0, -30, -245), new Vec(230, 105, 90), SHIRT, 0.35),
                BodyPart.skin(new Vec(74, -8, -8), new Vec(9, 17, 31)),
                BodyPart.skin(new Vec(-74, -8, -8), new Vec(9, 17, 31)),
                BodyPart.skin(new Vec(0, 96, -22), new Vec(12, 18, 24)));
    }

    private static void glasses(List<BodyPart> parts) {
        for (int side = -1; side <= 1; side += 2) {
            parts.add(BodyPart.cloth(new Vec(side * 79, 35, 6), new Vec(2, 62, 3), FRAME, 0));
            for (int i = 0; i < 18; i++) {
                double turn = 2 * Math.PI * i / 18;
                Vec at = new Vec(side * 33 + 25 * Math.cos(turn), 97 - 0.004 * 33 * 33, 2 + 20 * Math.sin(turn));
                parts.add(BodyPart.cloth(at, new Vec(5, 2.5, 4), FRAME, 0));
            }
        }
    }

    /** A palm and four fingers that lie on the scalp, coming from one side. */
    private static void glove(List<BodyPart> parts, HeadSurface head, Dice dice) {
        double from = dice.between(60, 120) * (dice.chance(0.5) ? 1 : -1);
        Vec palm = ScalpRegion.direction(52, from);
        parts.add(BodyPart.cloth(head.point(palm).plus(palm.times(6)), new Vec(40, 42, 34), GLOVE, 0.2));
        Vec wrist = ScalpRegion.direction(80, from);
        parts.add(BodyPart.cloth(head.point(wrist).plus(wrist.times(16)), new Vec(36, 36, 30), GLOVE, 0.2));
        Vec along =
                ScalpRegion.direction(15, from + 180).minus(palm).across(palm).unit();
        Vec aside = palm.cross(along);
        for (int finger = 0; finger < 4; finger++) {
            int joints = finger == 0 ? 11 : 15;
            for (int joint = 0; joint < joints; joint++) {
                // Spread like a hand: 19 mm apart at the knuckles and a little more at the tips.
                double spread = (finger - 1.5) * (0.21 + 0.008 * joint);
                Vec on = palm.plus(along.times(0.3 + 0.075 * joint))
                        .plus(aside.times(spread))
                        .unit();
                parts.add(BodyPart.cloth(head.point(on).plus(on.times(6)), new Vec(10, 10, 10), GLOVE, 0.2));
            }
        }
    }

    /** Whether some part lies between the camera and a point of the scalp. */
    static boolean hides(List<BodyPart> parts, Camera camera, Vec pinhole, double xPx, double yPx, double depthMm) {
        Vec ray = camera.ray(xPx, yPx);
        for (BodyPart part : parts) {
            double hit = part.hit(pinhole, ray);
            if (hit > 0 && hit < depthMm) {
                return true;
            }
        }
        return false;
    }
}
