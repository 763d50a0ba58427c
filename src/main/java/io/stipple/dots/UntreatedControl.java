package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code before} photo as a control: what showed on the untreated scalp is no pigment later, nor is a hair's stub
 * where hair grew, nor what seems a dot on a mole. Any other mark counts as the same only when it lies within the registration's error and is about as strong and as large: pigment placed on an old
 * mark makes it darker, and pigment placed beside one has its own strength, so that a new dot is not vetoed for its place
 * alone.
 */
public final class UntreatedControl {
    private static final double RESIDUALS = 4; // as in TrackerSettings
    private static final double LEAST_GATE_MM = 0.10; // centring of a faint mark, at 10 px/mm a pixel
    private static final double MOST_GATE_MM = 0.25;
    private static final double PIGMENT_FACTOR = 1.6; // a mark's weight repeats within 15 % or so; 3 deviations
    private static final double SIZE_FACTOR = 1.5;
    // A stub's middle moves with its length. Where hair stood, half of what seems a dot is its stub, at 0.7 to 3 times
    // its weight; dots, which fall beside hair by chance, weigh 3.6 times as much at the median.
    private static final double HAIR_GATE_MM = 0.2;
    private static final double HAIR_PIGMENT = 2;
    private static final double MOLE_PIGMENT = 2.5; // of the dot's
    private static final double MOLE_SIZE = 1.25;
    // A mark is fitted as one bell: of a mole it holds the core, and the rim lies as far out again.
    private static final double MOST_MOLE_MM = 1;

    private final List<Mark> marks;
    private final PointGrid places;
    private final double residualMm;

    /**
     * The marks of the untreated scalp.
     *
     * @param marks of the {@code before} photo, {@link DotField#marks()}
     * @param map between the view's reference photo and the {@code before} photo
     * @param residualMm of that registration, mm; 0 where {@code before} is the reference
     */
    public UntreatedControl(List<Mark> marks, PixelMap map, double residualMm) {
        this.marks = List.copyOf(marks);
        this.residualMm = residualMm;
        this.places = new PointGrid(
                16,
                marks.stream()
                        .map(m -> map.toReference(
                                m.dot().centre().x(), m.dot().centre().y()))
                        .toList());
    }

    /**
     * The dots without those that were there before, in the order given.
     *
     * @param dots of a later photo
     * @param map between the reference photo and that one
     * @param residual of its registration, mm
     * @param skinTakenOut whether the untreated skin was taken out of that photo before dots were looked for: then only
     *     what changes by itself, hair, and what hides dots, moles, speak against one
     * @param reference geometry of the reference photo
     */
    public List<Dot> remove(
            List<Dot> dots, PixelMap map, double residual, boolean skinTakenOut, ScalpGeometry reference) {
        double gate = Math.max(LEAST_GATE_MM, Math.min(MOST_GATE_MM, RESIDUALS * Math.hypot(residual, residualMm)));
        List<Dot> kept = new ArrayList<>();
        for (Dot dot : dots) {
            if (!wasThere(dot, map, gate, skinTakenOut, reference)) {
                kept.add(dot);
            }
        }
        return List.copyOf(kept);
    }

    private boolean wasThere(Dot dot, PixelMap map, double gateMm, boolean skinTakenOut, ScalpGeometry reference) {
        PointPx at = map.toReference(dot.centre().x(), dot.centre().y());
        Optional<ScalpFrame> frame = reference.at(at.x(), at.y());
        if (frame.isEmpty()) {
            return false;
        }
        boolean[] found = {false};
        double reach = Math.max(gateMm, MOST_MOLE_MM);
        places.within(at.x(), at.y(), reach * frame.get().pxPerMm(), i -> {
            PointPx p = places.point(i);
            Mark mark = marks.get(i);
            double mm = frame.get().mmOf(p.x() - at.x(), p.y() - at.y());
            found[0] |= switch (mark.kind()) {
                case STROKE -> isHair(mark.dot(), dot, mm);
                case FAINT -> !skinTakenOut && isHair(mark.dot(), dot, mm);
                default -> onMole(mark.dot(), dot, mm) || (!skinTakenOut && isSame(mark.dot(), dot, mm, gateMm));
            };
        });
        return found[0];
    }

    private static boolean isSame(Dot mark, Dot dot, double mm, double gateMm) {
        return mm <= gateMm
                && alike(mark.pigmentMm2(), dot.pigmentMm2(), PIGMENT_FACTOR)
                && alike(mark.diameterMm(), dot.diameterMm(), SIZE_FACTOR);
    }

    /** Whether a dot is the stub of a hair that stood there before: shaved or grown, at the same follicle. */
    private static boolean isHair(Dot mark, Dot dot, double mm) {
        return mm <= HAIR_GATE_MM && dot.pigmentMm2() < HAIR_PIGMENT * mark.pigmentMm2();
    }

    /** Whether a dot lies on what was there before and is larger and darker than it: there it cannot be told. */
    private static boolean onMole(Dot mark, Dot dot, double mm) {
        return mark.pigmentMm2() > MOLE_PIGMENT * dot.pigmentMm2()
                && mark.diameterMm() > MOLE_SIZE * dot.diameterMm()
                && mm < Math.min(MOST_MOLE_MM, mark.diameterMm());
    }

    private static boolean alike(double a, double b, double factor) {
        return a > 0 && b > 0 && a / b < factor && b / a < factor;
    }
}
