package io.stipple.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Heads of many shapes whose skin has slid by another field of waves in each photo: what the photos still tell of shape. */
class SkinSlideTest {
    private static final int HEADS = 12;
    private static final int PHOTOS = 6;
    private static final double SLIDE_MM = 0.2; // root mean square in each direction
    private static final int STEP_PX = 20;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void areasAreToldThroughItAndTheirErrorsStated() {
        double squares = 0;
        double inSe = 0;
        int held = 0;
        for (int head = 0; head < HEADS; head++) {
            Random random = new Random(head);
            BentSkull truth = someHead(random);
            Waves atReference = new Waves(random);
            List<OtherView> others = IntStream.range(0, PHOTOS)
                    .mapToObj(photo -> seen(truth, atReference, random))
                    .toList();
            HeadSurface found = StagedHead.start().rounded(List.of(), others);
            for (int quarter = 0; quarter < 4; quarter++) {
                List<PointPx> places = slanted(truth, quarter);
                double error = area(found, places) / area(truth, places) - 1;
                double se = found.relativeAreaSe(at -> places.stream()
                        .anyMatch(place -> Math.abs(place.x() - at.x()) <= STEP_PX / 2.0
                                && Math.abs(place.y() - at.y()) <= STEP_PX / 2.0));
                squares += error * error;
                inSe += error * error / (se * se);
                held += Math.abs(error) < 1.96 * se ? 1 : 0;
            }
        }
        int quarters = 4 * HEADS;
        // 3.5 % measured; 4.6 % where skin is taken to slide by chance at each place alone, with errors of 1.15 of the
        // stated ones.
        assertThat(Math.sqrt(squares / quarters)).isLessThan(0.04);
        assertThat(Math.sqrt(inSe / quarters)).isBetween(0.6, 1.1);
        assertThat(held).isGreaterThanOrEqualTo(quarters * 9 / 10);
    }

    @Test
    void aFieldIsAsLargeAsStated() {
        Random random = new Random(1);
        double[] sd = SkinSlide.deviationsMm();
        double[] none = new double[SkinSlide.TERMS];
        double squares = 0;
        int fields = 2000;
        for (int i = 0; i < fields; i++) {
            double[] field =
                    Arrays.stream(sd).map(s -> s * random.nextGaussian()).toArray();
            double[] patterns = SkinSlide.patterns(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1);
            double[] step = SkinSlide.stepMm(patterns, field, 0, none);
            squares += (step[0] * step[0] + step[1] * step[1]) / 2;
        }
        // Of 2000 fields' squares, whose scatter over the square is about twice their mean: 5 % of it, 2.5 % of the
        // root.
        assertThat(Math.sqrt(squares / fields)).isCloseTo(0.3, within(0.03));
    }

    private static BentSkull someHead(Random random) {
        double[] bend = new double[BentSkull.TERMS];
        Arrays.setAll(bend, term -> 0.006 * random.nextGaussian());
        SkullShape shape = new SkullShape(
                SkullShape.Reference.SHORTER,
                1.11 + 0.15 * random.nextGaussian(),
                0.1 * random.nextGaussian(),
                0.1 * random.nextGaussian());
        return StagedHead.of(shape, bend);
    }

    /** The head turned by some degrees, nearer or farther, its skin slid. */
    private static OtherView seen(BentSkull truth, Waves atReference, Random random) {
        double yaw = Math.toRadians(4 * random.nextGaussian());
        double pitch = Math.toRadians(4 * random.nextGaussian());
        Vec3 middle = new Vec3(0, 0, StagedHead.DISTANCE_MM + 60);
        Vec3 shift = new Vec3(
                5 * random.nextGaussian(), 5 * random.nextGaussian(), middle.z() * (1 + 0.05 * random.nextGaussian()));
        Waves here = new Waves(random);
        StagedHead.Projection slid = (x, y) -> {
            Facet facet = truth.facet(x, y).orElseThrow();
            double[] step = here.less(atReference, facet.point());
            Vec3 at = facet.point()
                    .plus(facet.first().times(step[0]))
                    .plus(facet.second().times(step[1]));
            return StagedHead.projected(
                    StagedHead.turned(at.plus(middle.times(-1)), yaw, pitch).plus(shift));
        };
        return new OtherView(StagedHead.FOCAL, StagedHead.SIDE, StagedHead.SIDE, StagedHead.map(truth, slid, true));
    }

    /** A quarter of the scalp whose cosine of view is 0.5 to 0.8: errors of opposite sides must not cancel. */
    private static List<PointPx> slanted(BentSkull truth, int quarter) {
        List<PointPx> places = new ArrayList<>();
        for (int y = STEP_PX; y < StagedHead.SIDE; y += STEP_PX) {
            for (int x = STEP_PX; x < StagedHead.SIDE; x += STEP_PX) {
                boolean there = truth.at(x, y)
                        .filter(frame -> frame.cosineOfView() > 0.5 && frame.cosineOfView() < 0.8)
                        .isPresent();
                if (there && (x > StagedHead.SIDE / 2 ? 1 : 0) + (y > StagedHead.SIDE / 2 ? 2 : 0) == quarter) {
                    places.add(new PointPx(x, y));
                }
            }
        }
        return places;
    }

    private static double area(ScalpGeometry surface, List<PointPx> places) {
        return places.stream()
                .mapToDouble(at ->
                        surface.at(at.x(), at.y()).map(ScalpFrame::mm2PerPx).orElse(0.0))
                .sum();
    }

    /** Steps of skin in each direction of the scalp: five waves of 70 to 200 mm. */
    private static final class Waves {
        private static final int COUNT = 5;
        private final double[][][] waves = new double[2][COUNT][];

        Waves(Random random) {
            for (double[][] direction : waves) {
                for (int i = 0; i < COUNT; i++) {
                    double perMm = 2 * Math.PI / (70 + 130 * random.nextDouble());
                    double turn = 2 * Math.PI * random.nextDouble();
                    direction[i] = new double[] {
                        perMm * Math.cos(turn), perMm * Math.sin(turn), 2 * Math.PI * random.nextDouble()
                    };
                }
            }
        }

        double[] less(Waves other, Vec3 at) {
            return IntStream.range(0, 2)
                    .mapToDouble(direction -> sum(waves[direction], at) - sum(other.waves[direction], at))
                    .toArray();
        }

        private static double sum(double[][] waves, Vec3 at) {
            return Arrays.stream(waves)
                    .mapToDouble(
                            w -> SLIDE_MM * Math.sqrt(2.0 / COUNT) * Math.sin(w[0] * at.x() + w[1] * at.y() + w[2]))
                    .sum();
        }
    }
}
