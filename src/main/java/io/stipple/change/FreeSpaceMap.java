package io.stipple.change;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map of free space: where a dot still fits without landing on another.
 *
 * <p>A new dot's centre must lie at least one mean diameter of the region's dots from any dot's centre, in the region or
 * around it, and from any other new one's. Places are taken where it is emptiest first, level by level and within a level
 * in reading order (after the farthest-point strategy of Eldar, Lindenbaum, Porat and Zeevi 1997, IEEE Transactions on
 * Image Processing 6:1305–1315), so that a part of them lies as evenly as all.
 */
public final class FreeSpaceMap {
    // No dot is placed better; a speck of a blurred photo, 0.02 mm wide, asked for 350 million places.
    private static final double FINEST_STEP_PX = 1;

    private final ViewRecord view;
    private final Stage stage;
    private final ScalpGeometry scalp;
    private final Seen seen;
    private final List<TrackedDot> dots;
    private final FreeSpaceSettings settings;

    private FreeSpaceMap(ViewRecord view, Stage stage, ScalpGeometry scalp, Seen seen, FreeSpaceSettings settings) {
        this.view = view;
        this.stage = stage;
        this.scalp = scalp;
        this.seen = seen;
        this.dots = view.dots().getOrDefault(stage.name(), List.of());
        this.settings = settings;
    }

    /**
     * The free space of each treated region at the latest stage whose dots were counted, in the order of the view's
     * regions. Empty where no dots were counted or the scalp's geometry is not known; a region that the photo does not show
     * is left out.
     *
     * @param view with its outlines and dots
     * @param evidence geometry of the reference photo, and where each photo shows the scalp
     * @param stages of the case
     */
    public static List<FreeSpace> of(
            ViewRecord view, ViewEvidence evidence, List<StageInfo> stages, FreeSpaceSettings settings) {
        ScalpGeometry scalp = evidence.reference();
        Optional<Stage> latest = stages.stream()
                .map(StageInfo::stage)
                .filter(stage -> view.dots().containsKey(stage.name()))
                .max(Stage::compareTo);
        if (scalp == null || latest.isEmpty() || view.regions().isEmpty()) {
            return List.of();
        }
        Seen seen = evidence.photo(latest.get().name()).seen();
        return new FreeSpaceMap(view, latest.get(), scalp, seen, settings).all();
    }

    private List<FreeSpace> all() {
        double[] spacingMm = spacings();
        double pxPerMm = dots.stream()
                .flatMap(dot -> scalp.at(dot.reference().x(), dot.reference().y()).stream())
                .mapToDouble(ScalpFrame::pxPerMm)
                .average()
                .orElse(0);
        double least = Arrays.stream(spacingMm).min().orElse(0);
        if (pxPerMm == 0 || least == 0) {
            return List.of();
        }
        double stepPx = Math.max(FINEST_STEP_PX, settings.gridShare() * least * pxPerMm);
        OutlineGrid grid = OutlineGrid.over(view.regions(), stepPx);
        double most = Arrays.stream(spacingMm).max().orElse(0);
        Clearance clearance = new Clearance(grid, scalp, settings.emptyReach() * most);
        dots.forEach(dot -> clearance.add(dot.reference()));
        ScalpArea area = new ScalpArea(scalp);
        Candidates[] candidates = candidates(grid, clearance, area, spacingMm);
        List<FreeSpace> spaces = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            FreeSpace space = candidates[i] == null ? null : space(i, candidates[i], grid, clearance, spacingMm[i]);
            if (space != null) {
                spaces.add(space);
            }
        }
        return spaces;
    }

    /** Mean diameter of each region's dots, mm; that of all dots where a region has none, 0 where there are none. */
    private double[] spacings() {
        double ofAll = dots.stream()
                .mapToDouble(dot -> dot.dot().diameterMm())
                .average()
                .orElse(0);
        return view.regions().stream()
                .map(Outline::name)
                .mapToDouble(region -> dots.stream()
                        .filter(dot -> region.equals(dot.region()))
                        .mapToDouble(dot -> dot.dot().diameterMm())
                        .average()
                        .orElse(ofAll))
                .toArray();
    }

    /** The free points of each treated region before any place is taken; null for the others. */
    private @Nullable Candidates[] candidates(
            OutlineGrid grid, Clearance clearance, ScalpArea area, double[] spacingMm) {
        @Nullable Candidates[] candidates = new Candidates[spacingMm.length];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = Untreated.is(view.regions().get(i).name()) ? null : new Candidates();
        }
        for (int cell = 0; cell < grid.size(); cell++) {
            int owner = grid.owner(cell);
            Candidates region = owner == OutlineGrid.NONE ? null : candidates[owner];
            if (region == null) {
                continue;
            }
            double x = grid.x(cell);
            double y = grid.y(cell);
            double mm2 = area.mm2PerPx(x, y);
            if (mm2 > 0 && seen.at(new PointPx(x, y))) {
                region.add(cell, mm2, clearance.atLeast(cell, spacingMm[owner]));
            }
        }
        return candidates;
    }

    private @Nullable FreeSpace space(
            int region, Candidates candidates, OutlineGrid grid, Clearance clearance, double spacingMm) {
        if (candidates.areaMm2 == 0) {
            return null;
        }
        int fits = 0;
        List<PointPx> places = new ArrayList<>();
        double above = clearance.reachMm();
        double level = above;
        while (candidates.count > 0) {
            int left = 0;
            for (int i = 0; i < candidates.count; i++) {
                int cell = candidates.cells[i];
                if (clearance.atLeast(cell, level)) {
                    PointPx place = new PointPx(grid.x(cell), grid.y(cell));
                    // Its neighbours are at most as empty as the level above allows: farther out nothing changes.
                    clearance.add(place, above);
                    fits++;
                    if (places.size() < settings.mostPlaces()) {
                        places.add(place);
                    }
                } else if (clearance.atLeast(cell, spacingMm)) {
                    candidates.cells[left++] = cell;
                }
            }
            candidates.count = level <= spacingMm ? 0 : left;
            above = level;
            level = Math.max(spacingMm, level * settings.levelRatio());
        }
        // Divided first: all of an area is 1 exactly, where 100 times it over itself may round to more than 100.
        double freePct = 100 * (candidates.freeMm2 / candidates.areaMm2);
        return new FreeSpace(view.view(), view.regions().get(region).name(), stage, spacingMm, freePct, fits, places);
    }

    /** The free points of a region in reading order, and how much scalp is free. */
    private static final class Candidates {
        private int[] cells = new int[1024];
        private int count;
        private double areaMm2;
        private double freeMm2;

        void add(int cell, double mm2, boolean free) {
            areaMm2 += mm2;
            if (!free) {
                return;
            }
            freeMm2 += mm2;
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            cells[count++] = cell;
        }
    }
}
