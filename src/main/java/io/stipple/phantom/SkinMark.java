package io.stipple.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A mole or freckle: there before any treatment.
 *
 * @param rest unit direction at which its skin rests
 * @param radiusMm of a mole's disc, or the sigma of a freckle
 * @param od its optical density in green light
 * @param disc a mole with an edge, or a freckle without one
 */
record SkinMark(Vec rest, double radiusMm, double od, boolean disc) {
    private static final int MOLES = 24;
    private static final int FRECKLES = 260;

    /** The marks of one person over the whole head. */
    static List<SkinMark> of(long seed) {
        Dice dice = new Dice(seed, "marks");
        List<SkinMark> marks = new ArrayList<>();
        for (int i = 0; i < MOLES; i++) {
            marks.add(new SkinMark(anywhere(dice), dice.between(0.75, 2), dice.between(0.35, 1), true));
        }
        for (int i = 0; i < FRECKLES; i++) {
            marks.add(new SkinMark(anywhere(dice), dice.between(0.3, 0.9), dice.between(0.05, 0.18), false));
        }
        addFace(marks, dice);
        return marks;
    }

    private static void addFace(List<SkinMark> marks, Dice dice) {
        for (int side = -1; side <= 1; side += 2) {
            marks.add(new SkinMark(new Vec(side * 31, 84, 2).unit(), 6, 1.6, true));
            for (int hair = 0; hair < 160; hair++) {
                double along = dice.between(14, 50);
                double lift = 17 + 0.012 * (along - 14) * (50 - along) + 2 * dice.normal();
                marks.add(new SkinMark(new Vec(side * along, 84, lift).unit(), 0.5, 0.8, false));
            }
        }
        for (double x = -22; x <= 22; x += 1) {
            marks.add(new SkinMark(new Vec(x, 84, -56 + 0.004 * x * x).unit(), 2.5, 0.25, false));
        }
    }

    private static Vec anywhere(Dice dice) {
        return new Vec(dice.normal(), dice.normal(), dice.normal()).unit();
    }
}
