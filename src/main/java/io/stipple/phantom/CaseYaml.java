package io.stipple.phantom;

import io.stipple.model.Outline;
import io.stipple.model.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the case.yaml of a synthetic case. */
final class CaseYaml {
    private static final double RULER_SD = 0.01; // of a length; what an analysis allows for in a stated scale

    private CaseYaml() {}

    static String text(PhantomSettings settings, List<Stage> stages, List<LocalDate> dates, List<ViewCase> views) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("client: phantom-").append(settings.seed()).append('\n');
        yaml.append("skin: ").append(settings.skin()).append('\n');
        yaml.append("stages:\n");
        for (int i = 0; i < stages.size(); i++) {
            yaml.append("  ")
                    .append(stages.get(i).name())
                    .append(": {date: ")
                    .append(dates.get(i))
                    .append("}\n");
        }
        yaml.append("views:\n");
        for (ViewCase view : views) {
            yaml.append("  ").append(view.view().word()).append(":\n");
            yaml.append("    reference: before\n");
            yaml.append("    front: ").append(view.view().front()).append('\n');
            if (settings.regionsInYaml()) {
                yaml.append(String.format(Locale.ROOT, "    scale: {pxPerMm: %.4f}%n", stated(view, settings)));
                yaml.append("    regions:\n");
                for (RegionOutlines.Placed region : view.regions()) {
                    yaml.append("      ")
                            .append(region.outline().name())
                            .append(": ")
                            .append(points(region.outline()))
                            .append('\n');
                }
            }
        }
        return yaml.toString().replace("\r\n", "\n");
    }

    private static double stated(ViewCase view, PhantomSettings settings) {
        return settings.has(Stress.RULER)
                ? view.pxPerMm()
                        * new Dice(settings.seed(), "ruler", view.view().word()).spread(RULER_SD)
                : view.pxPerMm();
    }

    private static String points(Outline outline) {
        return outline.points().stream()
                .map(p -> String.format(Locale.ROOT, "[%.1f, %.1f]", p.x(), p.y()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** What case.yaml says of one view. */
    record ViewCase(CameraView view, double pxPerMm, List<RegionOutlines.Placed> regions) {}
}
