package io.stipple.phantom;

import java.util.ArrayList;
import java.util.List;

/** The short hair of a shaved head: each follicle keeps its place; length and lean change with each shave. */
final class Stubble {
    private static final double DONOR_UNITS_PER_CM2 = 65;
    private static final double TOP_UNITS_PER_CM2 = 16;
    // The fringe left long reaches higher than the stubble looks dense, and a strand stands for a few hairs.
    private static final double LONG_FROM_DEG = 34;
    private static final double LONG_SHARE = 0.45;
    private static final double LONG_WIDTH_MM = 0.2;

    /**
     * @param rest unit direction at which its skin rests
     * @param widthMm of the shaft
     * @param opacity share of light that the shaft stops, 0..1
     * @param vigour its length against its neighbours'
     * @param drift its own lean, radians against the whorl
     * @param id for its fate per stage
     */
    record Follicle(Vec rest, double widthMm, double opacity, double vigour, double drift, int id) {}

    private final long seed;
    private final List<Follicle> follicles = new ArrayList<>();

    Stubble(long seed, HeadSurface head) {
        this.seed = seed;
        Dice dice = new Dice(seed, "follicles");
        ScalpSampler sampler = new ScalpSampler(head);
        double reachDeg = 115;
        double area = sampler.areaCm2(0, reachDeg, direction -> true);
        int units = (int) (area * DONOR_UNITS_PER_CM2);
        double boundary = dice.between(56, 62);
        for (int i = 0; i < units; i++) {
            Vec at = sampler.draw(dice, 0, reachDeg);
            double donor = donorShare(at, boundary);
            if (dice.chance(donor)) {
                int hairs = 1 + dice.below(3);
                for (int k = 0; k < hairs; k++) {
                    grow(beside(at, dice), dice.between(0.06, 0.1), dice.between(0.7, 0.95), dice);
                }
            } else if (!onFace(at) && dice.chance(TOP_UNITS_PER_CM2 / DONOR_UNITS_PER_CM2)) {
                grow(at, dice.between(0.03, 0.07), dice.between(0.35, 0.8), dice);
            }
        }
    }

    private void grow(Vec at, double widthMm, double opacity, Dice dice) {
        follicles.add(
                new Follicle(at, widthMm, opacity, dice.between(0.6, 1.4), 0.35 * dice.normal(), follicles.size()));
    }

    /** Share of full hair: the horseshoe of the sides and the back. */
    static double donorShare(Vec at, double boundaryDeg) {
        double azimuth = Math.abs(ScalpRegion.azimuthDeg(at));
        double polar = ScalpRegion.fromVertexDeg(at);
        double side = smooth((azimuth - 52) / 10);
        return side * smooth((polar - boundaryDeg) / 9);
    }

    private static boolean onFace(Vec at) {
        return Math.abs(ScalpRegion.azimuthDeg(at)) < 60 && ScalpRegion.fromVertexDeg(at) > 64;
    }

    private static double smooth(double t) {
        double c = Math.max(0, Math.min(1, t));
        return c * c * (3 - 2 * c);
    }

    private static Vec beside(Vec at, Dice dice) {
        double rad = 0.25 / 92; // hairs of one unit leave the skin a quarter of a millimetre apart
        return at.plus(new Vec(dice.normal(), dice.normal(), dice.normal()).times(rad))
                .unit();
    }

    /**
     * Covers the canvas with the hair of one photo.
     *
     * @param lengthMm mean length of the hair that day
     * @param stage for which follicles rest and how the razor left each
     */
    void paint(Canvas canvas, SkinView view, double lengthMm, int stage) {
        Dice dice = new Dice(seed, "shave", stage);
        for (Follicle follicle : follicles) {
            boolean resting = dice.chance(0.1);
            double length = lengthMm * follicle.vigour() * dice.between(0.8, 1.2);
            double lift = dice.between(0.35, 0.9);
            double turn = follicle.drift() + 0.15 * dice.normal();
            if (resting) {
                continue;
            }
            SkinPoint root = view.project(follicle.rest());
            if (root.cosine() < 0.03) {
                continue;
            }
            Vec normal = view.normal(follicle.rest());
            Vec away = follicle.rest().minus(ScalpRegion.direction(28, 185)).across(normal);
            Vec flow = away.length() > 1e-6 ? away.unit() : normal.anyAcross();
            Vec lean = flow.times(Math.cos(turn))
                    .plus(normal.cross(flow).times(Math.sin(turn)))
                    .times(Math.cos(lift))
                    .plus(normal.times(Math.sin(lift)));
            double pxPerMm = Math.max(Math.hypot(root.xPerU(), root.yPerU()), Math.hypot(root.xPerV(), root.yPerV()));
            double[] from = {root.xPx(), root.yPx()};
            canvas.cover(
                    from,
                    view.projectLifted(follicle.rest(), lean, length),
                    follicle.widthMm() * pxPerMm,
                    follicle.opacity());
        }
    }

    /** Covers the canvas with a fringe of long hair that hangs from the donor zone, lying anew in each stage. */
    void paintLong(Canvas canvas, SkinView view, int stage) {
        Dice dice = new Dice(seed, "long hair", stage);
        int segments = 14;
        double segmentDeg = 2.6;
        for (Follicle follicle : follicles) {
            double polar = ScalpRegion.fromVertexDeg(follicle.rest());
            double azimuth = ScalpRegion.azimuthDeg(follicle.rest());
            boolean grown = dice.chance(LONG_SHARE) && donorShare(follicle.rest(), LONG_FROM_DEG) > 0.5;
            double sweep = 0.5 * dice.normal() + 0.8 * Math.sin(azimuth / 9.0);
            double curl = 0.12 * dice.normal();
            if (!grown) {
                continue;
            }
            double[] from = lifted(view, polar, azimuth, 0);
            for (int i = 1; i <= segments; i++) {
                polar += segmentDeg;
                azimuth += segmentDeg * (sweep * 0.4 + curl * i * 0.3);
                boolean seen =
                        view.project(ScalpRegion.direction(polar, azimuth)).cosine() > -0.25;
                double[] to = lifted(view, polar, azimuth, 1.5 + 0.5 * i);
                if (seen) {
                    canvas.cover(
                            from,
                            to,
                            LONG_WIDTH_MM
                                    * view.camera().focalPx()
                                    / view.camera().headCentre().z(),
                            0.9);
                }
                from = to;
            }
        }
    }

    private static double[] lifted(SkinView view, double polar, double azimuth, double heightMm) {
        Vec at = ScalpRegion.direction(polar, azimuth);
        return view.projectLifted(at, at, heightMm);
    }
}
