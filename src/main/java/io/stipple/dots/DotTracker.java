package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows each dot through all stages: neighbours in time are paired one to one at the least summed squared distance,
 * within a gate set by the registrations' own residuals (Crouse 2016 on two-dimensional assignment for tracking).
 */
public final class DotTracker {
    private DotTracker() {}

    /**
     * For each stage, in the order given, its dots in the order given, each with its track and fate; regions are null.
     *
     * <p>A dot's place is where it was last seen, so slow errors of registration do not add up against one stage. A
     * single sighting reads {@code NEW}, also where it is the last one. Dots where the map is not trusted, or that lie
     * off the reference's scalp, are not followed: each is a track of its own.
     */
    public static List<List<TrackedDot>> follow(
            List<StageDots> stagesInOrder, TrackerSettings settings, ScalpGeometry reference) {
        List<Track> tracks = new ArrayList<>();
        List<List<Track>> trackOfDot = new ArrayList<>();
        List<List<PointPx>> places = new ArrayList<>();
        for (int stage = 0; stage < stagesInOrder.size(); stage++) {
            StageDots now = stagesInOrder.get(stage);
            List<PointPx> here = now.dots().stream()
                    .map(d -> now.map().toReference(d.centre().x(), d.centre().y()))
                    .toList();
            places.add(here);
            trackOfDot.add(extend(tracks, stagesInOrder, stage, here, settings, reference));
        }
        List<List<TrackedDot>> result = new ArrayList<>();
        for (int stage = 0; stage < stagesInOrder.size(); stage++) {
            List<TrackedDot> rows = new ArrayList<>();
            List<Dot> dots = stagesInOrder.get(stage).dots();
            for (int i = 0; i < dots.size(); i++) {
                Track track = trackOfDot.get(stage).get(i);
                Fate fate = track.fateAt(stage, stagesInOrder.size() - 1);
                rows.add(new TrackedDot(
                        track.number, dots.get(i), places.get(stage).get(i), null, fate, false));
            }
            result.add(List.copyOf(rows));
        }
        return List.copyOf(result);
    }

    private static List<Track> extend(
            List<Track> tracks,
            List<StageDots> stages,
            int stage,
            List<PointPx> here,
            TrackerSettings settings,
            ScalpGeometry reference) {
        StageDots now = stages.get(stage);
        List<Track> alive = tracks.stream()
                .filter(t -> t.followed && t.last >= stage - 1 - settings.gapStages())
                .toList();
        List<Optional<ScalpFrame>> frames = here.stream()
                .map(p -> now.map().trusted(p.x(), p.y()) ? reference.at(p.x(), p.y()) : Optional.<ScalpFrame>empty())
                .toList();
        double widest = frames.stream()
                .flatMap(Optional::stream)
                .mapToDouble(ScalpFrame::pxPerMm)
                .max()
                .orElse(1);
        double reach = settings.mostGateMm() * widest;
        var grid =
                new PointGrid(Math.max(1, reach), alive.stream().map(t -> t.at).toList());
        List<SparseAssignment.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            int dot = i;
            PointPx p = here.get(i);
            frames.get(i)
                    .ifPresent(frame -> grid.within(p.x(), p.y(), reach, t -> {
                        Track track = alive.get(t);
                        double gate = settings.gateMm(
                                now.residualMm(), stages.get(track.last).residualMm());
                        double distance = frame.mmOf(p.x() - track.at.x(), p.y() - track.at.y()) / gate;
                        if (distance < 1) {
                            double missed = stage - 1 - track.last;
                            double cost = distance * distance + settings.gapPenalty() * missed;
                            pairs.add(new SparseAssignment.Pair(
                                    t, dot, Math.min(cost, Math.nextDown(SparseAssignment.UNPAIRED))));
                        }
                    }));
        }
        int[] dotOfTrack = SparseAssignment.solve(alive.size(), here.size(), pairs);
        Track[] trackOfDot = new Track[here.size()];
        for (int t = 0; t < dotOfTrack.length; t++) {
            if (dotOfTrack[t] >= 0) {
                trackOfDot[dotOfTrack[t]] = alive.get(t);
            }
        }
        List<Track> result = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            Track track = trackOfDot[i];
            if (track == null) {
                track = new Track(tracks.size() + 1, stage, frames.get(i).isPresent());
                tracks.add(track);
            }
            track.seen(stage, here.get(i));
            result.add(track);
        }
        return result;
    }

    /** One dot's history while it is being written. */
    private static final class Track {
        final int number;
        final int first;
        final boolean followed;
        int last;
        PointPx at = new PointPx(0, 0);

        Track(int number, int first, boolean followed) {
            this.number = number;
            this.first = first;
            this.followed = followed;
        }

        void seen(int stage, PointPx place) {
            last = stage;
            at = place;
        }

        Fate fateAt(int stage, int lastStage) {
            if (stage == first) {
                return Fate.NEW;
            }
            return stage == last && stage < lastStage ? Fate.LAST_SEEN : Fate.KEPT;
        }
    }
}
