package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What {@code share.html} says. Every word in it is a word of the program or a figure: nothing that somebody typed into
 * a file or a folder's name is passed on, so that no name can be.
 *
 * @param sentences of the figures
 * @param views that can be shown
 */
record SharePage(List<String> sentences, List<View> views) {
    /** The page cuts so much of the longer side inside the blank, so that its light rim does not show on a dark page. */
    private static final double CUT = 0.002;

    /** A view with its first and its last picture. */
    record View(String id, String title, int width, int height, String path, List<Shown> pair, List<ShareRow> rows) {}

    /** A picture. */
    record Shown(String label, String date, String src, String alt) {}

    /** What can be shown, and a sentence for each view that cannot. */
    record Outcome(SharePage page, List<String> leftOut) {}

    static Outcome of(CaseRecord record, Path folder, boolean dates) throws IOException {
        List<View> views = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        SharePictures pictures = new SharePictures(2 * record.views().size());
        for (ViewRecord view : record.views()) {
            Optional<Geometry> area = ScalpArea.of(view);
            Frame frame = area.flatMap(shown -> SharePictures.around(shown, record, view))
                    .orElse(null);
            List<StageInfo> pair = pair(record, view, folder);
            if (area.isEmpty() || frame == null) {
                leftOut.add(view.view() + ": "
                        + ScalpArea.whyNot(view).orElse("the record does not say how large its photo is"));
            } else if (pair.size() < 2) {
                leftOut.add(view.view() + ": there are no two pictures to set side by side");
            } else {
                List<Shown> shown = new ArrayList<>();
                for (StageInfo info : pair) {
                    shown.add(shown(view, info, folder, pictures, frame, area.get(), dates));
                }
                views.add(new View(
                        "view-" + (views.size() + 1),
                        ScalpView.of(view.view()).title(),
                        frame.width(),
                        frame.height(),
                        ScalpArea.path(area.get().buffer(-CUT * Math.max(frame.width(), frame.height())), frame),
                        shown,
                        ShareRow.of(record, view.view())));
            }
        }
        return new Outcome(
                new SharePage(
                        ShareRow.sentences(views.stream()
                                .flatMap(view -> view.rows().stream())
                                .toList()),
                        views),
                leftOut);
    }

    private static Shown shown(
            ViewRecord view,
            StageInfo info,
            Path folder,
            SharePictures pictures,
            Frame frame,
            Geometry area,
            boolean dates)
            throws IOException {
        Path aligned = ViewSection.aligned(view, info.stage(), folder);
        if (aligned == null) {
            throw new IllegalArgumentException("no picture of " + view.view() + " at " + info.stage());
        }
        String label = label(info.stage());
        return new Shown(
                label,
                dates && info.date() != null ? info.date().toString() : "",
                pictures.picture(aligned, frame, area).dataUri(),
                ScalpView.of(view.view()).title() + ": " + label);
    }

    /** The first picture and the last, healed ones before fresh ones, as redness makes dots look like more. */
    private static List<StageInfo> pair(CaseRecord record, ViewRecord view, Path folder) throws IOException {
        List<StageInfo> there = new ArrayList<>();
        for (StageInfo info : record.stages()) {
            Path aligned = ViewSection.aligned(view, info.stage(), folder);
            if (aligned != null && Files.isRegularFile(aligned)) {
                there.add(info);
            }
        }
        if (there.size() < 2) {
            return List.of();
        }
        StageInfo first = there.get(0);
        List<StageInfo> later = there.subList(1, there.size());
        StageInfo last = later.stream()
                .filter(info -> info.stage().healed())
                .reduce((earlier, next) -> next)
                .orElse(later.get(later.size() - 1));
        return List.of(first, last);
    }

    /** A stage for a reader who does not know the words of the trade. */
    static String label(Stage stage) {
        return switch (stage.kind()) {
            case BEFORE -> "Before";
            case SESSION -> "Right after session " + stage.number();
            case SETTLED -> "Session " + stage.number() + ", healed";
            case RESULT -> "Result";
            case FOLLOW_UP -> "Follow-up " + stage.number();
        };
    }
}
