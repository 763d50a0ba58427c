package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.FreeSpace;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreeSpaceMapTest {
    private static final double PX_PER_MM = 12;
    private static final double DIAMETER_MM = 0.4;
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(PX_PER_MM);
    private static final Outline FRONTAL = square("frontal", 100, 100, 600);
    private static final Stage STAGE = Stage.settled(1);

    @Test
    void aDotTakesTheDiscInWhichNoOtherCentreMayLie() {
        // One dot in the middle of 50 × 50 mm: π·0.4² mm² are taken.
        FreeSpace space = only(FLAT, List.of(FRONTAL), List.of(dot(400, 400)));

        assertThat(space.view()).isEqualTo("top");
        assertThat(space.region()).isEqualTo("frontal");
        assertThat(space.stage()).isEqualTo(STAGE);
        assertThat(space.spacingMm()).isEqualTo(DIAMETER_MM);
        double takenPct = 100 * Math.PI * DIAMETER_MM * DIAMETER_MM / 2500;
        // The disc is told on a grid of a third of its radius: some 29 points, a few of them near its rim.
        assertThat(100 - space.freePct()).isCloseTo(takenPct, within(0.2 * takenPct));
    }

    @Test
    void dotsStrewnAtRandomLeaveWhatPoissonSays() {
        List<TrackedDot> dots = strewn(2000, 1, 100, 700);

        FreeSpace space = only(FLAT, List.of(FRONTAL), dots);

        // exp(-λπd²); it scatters by some 1 % of itself for this many dots.
        double expected = 100 * Math.exp(-2000 / 2500.0 * Math.PI * DIAMETER_MM * DIAMETER_MM);
        assertThat(space.freePct()).isCloseTo(expected, within(0.03 * expected));
    }

    @Test
    void everyPlaceIsClearOfDotsAndOfOtherPlacesOnSlantedScalpToo() {
        ScalpFrame slanted = ScalpFrame.tilted(PX_PER_MM, 0.6, 0.4);
        List<TrackedDot> dots = strewn(1500, 2, 80, 720);

        FreeSpace space = only((x, y) -> Optional.of(slanted), List.of(FRONTAL), dots);

        assertThat(space.fits()).isGreaterThan(space.places().size());
        assertThat(space.places()).hasSize(1000);
        List<PointPx> centres = new ArrayList<>();
        dots.forEach(dot -> centres.add(dot.reference()));
        for (PointPx place : space.places()) {
            assertThat(place.x()).isBetween(100.0, 700.0);
            assertThat(place.y()).isBetween(100.0, 700.0);
            for (PointPx other : centres) {
                // Clearances are kept in single precision.
                assertThat(slanted.mmOf(place.x() - other.x(), place.y() - other.y()))
                        .isGreaterThan(DIAMETER_MM * (1 - 1e-6));
            }
            centres.add(place);
        }
    }

    @Test
    void aRegionIsFilledToWhereNoPlaceIsLeft() {
        Outline small = square("frontal", 0, 0, 120);

        FreeSpace space = only(FLAT, List.of(small), List.of(dot(60, 60)));

        // A layout to which none can be added covers at least π/√108 = 0.302, the densest lattice 0.907 of the area;
        // here
        // of that which the discs reach, a radius over the rim.
        double discMm2 = Math.PI * DIAMETER_MM * DIAMETER_MM / 4;
        assertThat(space.fits() * discMm2 / (10.4 * 10.4)).isBetween(0.302, 0.907);
        List<TrackedDot> full = new ArrayList<>(List.of(dot(60, 60)));
        space.places().forEach(place -> full.add(dot(place.x(), place.y())));
        assertThat(only(FLAT, List.of(small), full).fits()).isZero();
    }

    @Test
    void aSpeckAsksForNoMorePlacesThanThereArePixels() {
        Outline small = square("frontal", 0, 0, 120);
        List<TrackedDot> speck = List.of(dot(60, 60, 0.001));

        assertThat(only(FLAT, List.of(small), speck).fits()).isLessThan(121 * 121);
    }

    @Test
    void theFirstPlacesAreTheEmptiest() {
        // The left half is full of dots, the right half bare.
        List<TrackedDot> dots = new ArrayList<>();
        for (double x = 100; x <= 400; x += 8) {
            for (double y = 100; y <= 700; y += 8) {
                dots.add(dot(x, y));
            }
        }

        FreeSpace space = only(FLAT, List.of(FRONTAL), dots);

        assertThat(space.places().subList(0, 100))
                .allSatisfy(place -> assertThat(place.x()).isGreaterThan(400));
    }

    @Test
    void whatThePhotoDoesNotShowIsNotFreeAndTheFirstOutlineHasThePlace() {
        Outline scar = square("scar-1", 100, 100, 300);
        Outline reference = square("reference", 400, 400, 300);
        Seen leftHalf = at -> at.x() < 400;
        ViewEvidence evidence =
                new ViewEvidence(FLAT, Map.of(), Map.of(STAGE.name(), new PhotoEvidence(0, leftHalf, DotArea.OWN)));
        ViewRecord view = view(List.of(scar, reference, FRONTAL), List.of(dot(250, 250)));

        List<FreeSpace> spaces = FreeSpaceMap.of(view, evidence, stages(), FreeSpaceSettings.defaults());

        assertThat(spaces).extracting(FreeSpace::region).containsExactly("scar-1", "frontal");
        assertThat(spaces.get(0).places()).allSatisfy(place -> {
            assertThat(place.x()).isLessThan(401);
            assertThat(place.y()).isLessThan(401);
        });
        assertThat(spaces.get(1).places()).allSatisfy(place -> {
            assertThat(place.x()).isLessThan(400);
            assertThat(place.y()).isGreaterThan(399);
        });
    }

    @Test
    void withoutDotsOrGeometryNothingIsTold() {
        ViewRecord counted = view(List.of(FRONTAL), List.of(dot(250, 250)));
        assertThat(FreeSpaceMap.of(counted, ViewEvidence.none(), stages(), FreeSpaceSettings.defaults()))
                .isEmpty();
        ViewRecord bare = view(List.of(FRONTAL), List.of());
        assertThat(FreeSpaceMap.of(
                        bare, new ViewEvidence(FLAT, Map.of(), Map.of()), stages(), FreeSpaceSettings.defaults()))
                .isEmpty();
    }

    private static FreeSpace only(ScalpGeometry scalp, List<Outline> outlines, List<TrackedDot> dots) {
        List<FreeSpace> spaces = FreeSpaceMap.of(
                view(outlines, dots),
                new ViewEvidence(scalp, Map.of(), Map.of()),
                stages(),
                FreeSpaceSettings.defaults());
        assertThat(spaces).hasSize(1);
        return spaces.get(0);
    }

    private static ViewRecord view(List<Outline> outlines, List<TrackedDot> dots) {
        return new ViewRecord(
                "top",
                Stage.BEFORE,
                outlines,
                false,
                null,
                null,
                Map.of(STAGE.name(), dots),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static List<StageInfo> stages() {
        return List.of(
                new StageInfo(Stage.BEFORE, null, null, null, null), new StageInfo(STAGE, null, null, null, null));
    }

    private static Outline square(String name, double left, double top, double side) {
        return new Outline(
                name,
                List.of(
                        new PointPx(left, top),
                        new PointPx(left + side, top),
                        new PointPx(left + side, top + side),
                        new PointPx(left, top + side)));
    }

    private static List<TrackedDot> strewn(int count, long seed, double from, double to) {
        Random random = new Random(seed);
        List<TrackedDot> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dots.add(dot(from + random.nextDouble() * (to - from), from + random.nextDouble() * (to - from)));
        }
        return dots;
    }

    private static TrackedDot dot(double x, double y) {
        return dot(x, y, DIAMETER_MM);
    }

    private static TrackedDot dot(double x, double y, double diameterMm) {
        PointPx at = new PointPx(x, y);
        return new TrackedDot(1, new Dot(at, diameterMm, 0.3, 0.05, 0.002, 20, 0.9), at, "frontal", Fate.KEPT, false);
    }
}
