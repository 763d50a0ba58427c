package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.StageInfo;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pair of pictures on the first screen: the first and the last stage of the view with the most stages. */
final class FirstPair {
    private FirstPair() {}

    /** Two pictures, or none where no view has two. */
    static List<ViewSection.StagePicture> of(CaseRecord record, Path folder, ReportPictures pictures)
            throws IOException {
        ViewRecord best = null;
        List<StageInfo> most = List.of();
        for (ViewRecord view : record.views()) {
            List<StageInfo> there = stages(record, view, folder);
            if (there.size() > most.size()) {
                best = view;
                most = there;
            }
        }
        Frame frame = best == null ? null : Frame.of(record, best).orElse(null);
        if (best == null || frame == null || most.size() < 2) {
            return List.of();
        }
        List<ViewSection.StagePicture> pair = new ArrayList<>();
        for (StageInfo info : List.of(most.get(0), most.get(most.size() - 1))) {
            Path aligned = ViewSection.aligned(best, info.stage(), folder);
            if (aligned != null) {
                ReportPictures.Picture picture = pictures.thumb(ReportPictures.framed(aligned, frame));
                String label = Words.label(info.stage());
                pair.add(new ViewSection.StagePicture(
                        info.stage().name(),
                        label,
                        info.date() == null ? "" : info.date().toString(),
                        picture.dataUri(),
                        picture.width(),
                        picture.height(),
                        best.view() + " view, " + label));
            }
        }
        return pair;
    }

    private static List<StageInfo> stages(CaseRecord record, ViewRecord view, Path folder) throws IOException {
        List<StageInfo> there = new ArrayList<>();
        for (StageInfo info : record.stages()) {
            Path aligned = ViewSection.aligned(view, info.stage(), folder);
            if (aligned != null && Files.isRegularFile(aligned)) {
                there.add(info);
            }
        }
        return there;
    }
}
