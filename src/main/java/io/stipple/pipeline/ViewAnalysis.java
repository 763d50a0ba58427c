package io.stipple.pipeline;

import io.stipple.head.Head;
import io.stipple.head.HeadFinder;
import io.stipple.head.NoHeadException;
import io.stipple.model.Finding;
import io.stipple.model.PhotoRow;
import io.stipple.model.PixelMap;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.Stage;
import io.stipple.opencv.Mask;
import io.stipple.photo.Glare;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoReader;
import io.stipple.photo.UnreadablePhotoException;
import io.stipple.registration.LandmarkPair;
import io.stipple.registration.Registrar;
import io.stipple.registration.Registration;
import io.stipple.registration.RegistrationFailedException;
import io.stipple.registration.RegistrationFrame;
import io.stipple.series.CaseException;
import io.stipple.series.Series;
import io.stipple.series.Shot;
import io.stipple.series.ViewConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks the photos of one view: the reference first, then outwards from it in time, so that each photo can also be laid
 * on through its neighbour. One photo is in memory at full size at a time; of the others only reduced frames.
 */
final class ViewAnalysis {
    private final String view;
    private final List<Shot> shots;
    private final Series series;
    private final ViewConfig config;
    private final AnalysisSettings settings;
    private final Progress progress;
    private final ReferencePictures pictures;
    private final PhotoReader reader;
    private final HeadFinder heads;
    private final Registrar registrar;
    private final PhotoRows rows;

    /** By the position of the shot: photos are walked out of order and reported in order. */
    private final Map<Integer, MeasuredPhoto> evidence = new TreeMap<>();

    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param shots of the view, in order of time
     * @param folder that results are written to
     */
    ViewAnalysis(
            String view, List<Shot> shots, Series series, AnalysisSettings settings, Path folder, Progress progress) {
        this.view = view;
        this.shots = shots;
        this.series = series;
        this.config = series.config().view(view);
        this.settings = settings;
        this.progress = progress;
        this.pictures = new ReferencePictures(folder, settings);
        this.reader = new PhotoReader(settings.photo());
        this.heads = new HeadFinder(settings.head());
        this.registrar = new Registrar(settings.registration());
        this.rows = new PhotoRows(series);
    }

    /**
     * Measures every photo of the view.
     *
     * @throws CaseException when an outline of {@code case.yaml} cannot lie on the reference photo
     */
    MeasuredView run() throws IOException, CaseException {
        for (int position : referenceCandidates()) {
            Anchor anchor = anchorAt(position);
            if (anchor != null) {
                try (anchor) {
                    walk(anchor, position + 1, 1);
                    walk(anchor, position - 1, -1);
                }
                List<MeasuredPhoto> photos = SmallDots.setAside(
                        List.copyOf(evidence.values()), settings.dots().leastDotPx());
                return new MeasuredView(view, anchor.reference, photos, anchor.history.recovered(), findings);
            }
        }
        return new MeasuredView(view, null, List.copyOf(evidence.values()), Map.of(), findings);
    }

    /** Positions to try as the reference: of the stage that {@code case.yaml} names, else all, earliest first. */
    private List<Integer> referenceCandidates() {
        Stage named = config.reference();
        List<Integer> candidates = new ArrayList<>();
        for (int position = 0; position < shots.size(); position++) {
            if (named == null || shots.get(position).stage().equals(named)) {
                candidates.add(position);
            }
        }
        return candidates;
    }

    /** The reference, measured, with what laying others on it takes. */
    private record Anchor(
            ReferencePhoto reference, PhotoMeasuring measuring, RegistrationFrame frame, ViewHistory history)
            implements AutoCloseable {
        @Override
        public void close() {
            history.close();
            frame.close();
        }
    }

    /** Tries the photo as the reference; null, with the reason in the evidence, where it cannot be. */
    private @Nullable Anchor anchorAt(int position) throws IOException, CaseException {
        Shot shot = shots.get(position);
        progress.step(view + ", " + shot.stage());
        try (Photo photo = reader.read(shot.file())) {
            try (Head head = heads.find(photo.image())) {
                ReferencePhoto reference =
                        ReferencePhoto.of(view, shot, photo, head, config, series.folder(), settings);
                findings.addAll(reference.findings());
                PhotoMeasuring measuring = new PhotoMeasuring(reference, settings);
                Anchor anchor = new Anchor(
                        reference,
                        measuring,
                        RegistrationFrame.prepare(photo.image(), head.mask(), settings.registration()),
                        new ViewHistory(reference.geometry()));
                keep(position, PlacedPhoto.asReference(shot, photo, head), anchor);
                return anchor;
            } catch (NoHeadException e) {
                evidence.put(position, unusable(rows.unusable(shot, photo, null, e.reason()), shot));
            }
        } catch (UnreadablePhotoException e) {
            evidence.put(position, unusable(rows.unreadable(shot, e.reason()), shot));
        }
        return null;
    }

    /** Lays one photo after the other on the reference, from {@code start} in steps of {@code direction}. */
    private void walk(Anchor anchor, int start, int direction) throws IOException {
        Neighbour neighbour = null;
        try {
            for (int position = start; position >= 0 && position < shots.size(); position += direction) {
                if (evidence.containsKey(position)) {
                    continue;
                }
                Neighbour next = place(position, anchor, neighbour);
                if (next != null) {
                    if (neighbour != null) {
                        neighbour.frame.close();
                    }
                    neighbour = next;
                }
            }
        } finally {
            if (neighbour != null) {
                neighbour.frame.close();
            }
        }
    }

    /** The last photo that lay on the reference: the way through it is tried for the next. */
    private record Neighbour(RegistrationFrame frame, PixelMap toReference) {}

    private @Nullable Neighbour place(int position, Anchor anchor, @Nullable Neighbour neighbour) throws IOException {
        Shot shot = shots.get(position);
        progress.step(view + ", " + shot.stage());
        try (Photo photo = reader.read(shot.file())) {
            try (Head head = heads.find(photo.image())) {
                RegistrationFrame frame =
                        RegistrationFrame.prepare(photo.image(), head.mask(), settings.registration());
                try {
                    Registration registration = register(frame, shot, anchor, neighbour);
                    keep(position, PlacedPhoto.on(anchor.reference, shot, photo, head, registration), anchor);
                    return new Neighbour(frame, registration.map());
                } catch (RegistrationFailedException e) {
                    frame.close();
                    evidence.put(
                            position,
                            unusable(rows.unusable(shot, photo, RegistrationVerdict.FAILED, e.reason()), shot));
                }
            } catch (NoHeadException e) {
                evidence.put(position, unusable(rows.unusable(shot, photo, null, e.reason()), shot));
            }
        } catch (UnreadablePhotoException e) {
            evidence.put(position, unusable(rows.unreadable(shot, e.reason()), shot));
        }
        return null;
    }

    private Registration register(RegistrationFrame frame, Shot shot, Anchor anchor, @Nullable Neighbour neighbour)
            throws RegistrationFailedException {
        List<LandmarkPair> landmarks = config.landmarks().getOrDefault(shot.stage(), List.of()).stream()
                .map(pair -> new LandmarkPair(pair.photo(), pair.reference()))
                .toList();
        return neighbour == null
                ? registrar.register(frame, anchor.frame, landmarks)
                : registrar.registerThrough(frame, neighbour.frame, neighbour.toReference, anchor.frame, landmarks);
    }

    private void keep(int position, PlacedPhoto placed, Anchor anchor) throws IOException {
        try (Mask gloss = Glare.find(placed.photo().image(), placed.head().mask(), settings.glare())) {
            ScalpEvidence scalp = anchor.measuring.measure(placed, gloss, anchor.history);
            anchor.history.add(placed.shot().stage(), scalp);
            evidence.put(
                    position,
                    new MeasuredPhoto(
                            placed.shot(),
                            rows.placed(placed, scalp, anchor.reference),
                            scalp,
                            pictures.write(placed.by(scalp.map()), scalp.seen(), gloss, anchor.frame)));
        }
    }

    private static MeasuredPhoto unusable(PhotoRow row, Shot shot) {
        return new MeasuredPhoto(shot, row, null, null);
    }
}
