package io.stipple.change;

import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region at one stage of a comparison.
 *
 * @param measurement its row; null where the stage has none
 * @param dots all dots of the view's photo
 * @param photo what else is known of the photo
 */
record Region(@Nullable Measurement measurement, List<TrackedDot> dots, PhotoEvidence photo) {
    // An area must stay above 0 where no dot is shared.
    private static final double LEAST_SHARE = 1e-3;

    /**
     * A region whose dots were counted.
     *
     * @param name of the region
     * @param stage of the visit
     * @param figures of its dots
     * @param areaCm2 of its scalp
     * @param dots all dots of the view's photo
     * @param photo what else is known of the photo
     */
    record Counted(
            String name, Stage stage, DotFigures figures, double areaCm2, List<TrackedDot> dots, PhotoEvidence photo) {
        /** How many dots are there. */
        DotCount count() {
            return new DotCount(
                    figures.dots(), falseDots(), completeness(), completenessSe(), areaCm2, photo.residualMm());
        }

        /**
         * How many dots are in that part of the region which another photo shows too: two photos that hide different
         * parts would else compare different scalp. What comes with area is taken in proportion to the dots.
         */
        DotCount countAlsoSeenBy(PhotoEvidence other) {
            long hidden = dots.stream()
                    .filter(dot -> name.equals(dot.region()) && !other.seen().at(dot.reference()))
                    .count();
            int shown = (int) Math.max(0, figures.dots() - hidden);
            double share = figures.dots() == 0 ? 1 : (double) shown / figures.dots();
            return new DotCount(
                    shown,
                    falseDots() * share,
                    completeness(),
                    completenessSe(),
                    areaCm2 * Math.max(share, LEAST_SHARE),
                    photo.residualMm());
        }

        /** Dots there per cm², under the errors that two photos of one view do not share. */
        Estimate density(ChangeSettings settings) {
            return count().there(settings).per(areaCm2).blurred(settings.ownAreaRelativeSe());
        }

        /** Share of dots found; 1 where it could not be told, so that a handful on untreated scalp stands as found. */
        double completeness() {
            Double share = figures.completeness();
            return share == null ? 1 : share;
        }

        /** Standard error of that share; 0 where it could not be told. */
        double completenessSe() {
            Double se = figures.completenessSe();
            return se == null ? 0 : se;
        }

        /** Share of an earlier photo's dots that are found again where they still are. */
        double foundAgain() {
            Double share = figures.knownCompleteness();
            return share == null || share == 0 ? completeness() : share;
        }

        /** Standard error of that share. */
        double foundAgainSe() {
            Double se = figures.knownCompletenessSe();
            return se == null ? completenessSe() : se;
        }

        /**
         * Share of an earlier photo's dots that seem to be found again where they are not; 0 where it is not known. At
         * most half of what is truly found again: where empty places pass as often, nothing is told of them.
         */
        double falselyFoundAgain() {
            Double share = figures.emptyShare();
            return share == null ? 0 : Math.min(share, foundAgain() / 2);
        }

        /** How many of the dots are expected to be none. */
        double falseDots() {
            Double perCm2 = figures.falsePerCm2();
            return perCm2 == null ? 0 : perCm2 * areaCm2;
        }
    }

    /** The counted region, or null where {@link #whyNot} says why there is none. */
    @Nullable
    Counted counted(ChangeSettings settings) {
        if (measurement == null || measurement.dots() == null || measurement.areaCm2() == null) {
            return null;
        }
        Double share = measurement.dots().completeness();
        boolean complete = share == null || (share >= settings.leastCompleteness() && share > 0);
        return complete && measurement.areaCm2() > 0
                ? new Counted(
                        measurement.region(),
                        measurement.stage(),
                        measurement.dots(),
                        measurement.areaCm2(),
                        dots,
                        photo)
                : null;
    }

    /** Why the region's dots cannot be compared, in words that go on after the stage's name. */
    String whyNot(ChangeSettings settings) {
        if (measurement == null) {
            return "does not show it";
        }
        if (measurement.verdict() != Verdict.MEASURED || measurement.dots() == null) {
            return "is " + measurement.verdict().word() + ": " + measurement.reason();
        }
        if (measurement.areaCm2() == null || measurement.areaCm2() <= 0) {
            return "shows it without a known area";
        }
        Double share = measurement.dots().completeness();
        return "finds " + Math.round(100 * (share == null ? 0 : share))
                + " % of artificial dots again, fewer than the "
                + Math.round(100 * settings.leastCompleteness()) + " % that a comparison needs";
    }
}
