package io.stipple.series;

import io.stipple.model.Consent;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code case.yaml}; every unknown key and wrong value is told with its line, all of them at once. */
final class CaseYaml {
    static final String FILE = "case.yaml";

    private static final Set<String> KEYS = Set.of("client", "skin", "target", "stages", "views", "exclude", "consent");
    private static final Set<String> STAGE_KEYS = Set.of("date", "pigment", "practitioner", "needle");
    private static final Set<String> CONSENT_KEYS = Set.of("marketing");
    private static final Set<String> FITZPATRICK = Set.of("I", "II", "III", "IV", "V", "VI");

    private final CaseFolder folder;
    private final List<Finding> findings;
    private final List<String> problems = new ArrayList<>();

    private CaseYaml(CaseFolder folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * What {@code file} says of the photos in {@code folder}.
     *
     * @param findings gets a note for each stage and view that is written of and has no photos
     * @throws CaseException with a problem for each thing in it that cannot be understood
     */
    static CaseConfig read(Path file, CaseFolder folder, List<Finding> findings) throws CaseException, IOException {
        CaseYaml yaml = new CaseYaml(folder, findings);
        CaseConfig config = yaml.config(compose(file, folder.folder()));
        if (!yaml.problems.isEmpty()) {
            throw new CaseException(yaml.problems, folder.folder());
        }
        return config;
    }

    private static Optional<Node> compose(Path file, Path folder) throws CaseException, IOException {
        LoadSettings settings = LoadSettings.builder().setLabel(FILE).build();
        try (InputStream in = Files.newInputStream(file)) {
            return new Compose(settings).composeInputStream(in);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(Mark::getLine)
                    .map(at -> " line " + (at + 1))
                    .orElse("");
            throw new CaseException(FILE + line + ": this is not YAML: " + e.getProblem(), folder);
        } catch (YamlEngineException e) {
            throw new CaseException(FILE + ": this is not YAML: " + e.getMessage(), folder);
        }
    }

    private CaseConfig config(Optional<Node> root) {
        if (root.isEmpty()) {
            return CaseConfig.empty();
        }
        Map<String, YamlValue> entries = new YamlValue(root.get(), "", FILE, problems).entries(KEYS);
        Set<String> excluded = excluded(entries.get("exclude"));
        return new CaseConfig(
                text(entries.get("client")),
                skin(entries.get("skin")),
                TargetYaml.read(entries.get("target")),
                stages(entries.get("stages")),
                views(entries.get("views"), excluded),
                excluded,
                consent(entries.get("consent")));
    }

    private static @Nullable String text(@Nullable YamlValue value) {
        return value == null ? null : value.text().orElse(null);
    }

    private static @Nullable String skin(@Nullable YamlValue value) {
        String skin = text(value);
        if (value == null || skin == null) {
            return null;
        }
        String type = skin.toUpperCase(Locale.ROOT);
        if (!FITZPATRICK.contains(type)) {
            value.wrong("is \"" + skin + "\"; a Fitzpatrick type I, II, III, IV, V or VI is expected");
            return null;
        }
        return type;
    }

    private Map<Stage, StageInfo> stages(@Nullable YamlValue value) {
        Map<Stage, StageInfo> stages = new TreeMap<>();
        if (value == null) {
            return stages;
        }
        value.entries()
                .forEach((name, entry) -> stage(name, entry).ifPresent(stage -> {
                    Map<String, YamlValue> noted = entry.entries(STAGE_KEYS);
                    StageInfo info = new StageInfo(
                            stage,
                            date(noted.get("date")),
                            text(noted.get("pigment")),
                            text(noted.get("practitioner")),
                            text(noted.get("needle")));
                    if (stages.putIfAbsent(stage, info) != null) {
                        entry.wrong("means " + stage + ", which stands above already");
                    }
                    if (!folder.stages().containsKey(stage)) {
                        findings.add(new Finding(
                                Severity.NOTE, stage.name(), stage + " is noted in " + FILE + " and has no folder"));
                    }
                }));
        return stages;
    }

    /** The stage that {@code name} means; a problem at {@code at} when there is none. */
    static Optional<Stage> stage(String name, YamlValue at) {
        Optional<Stage> stage = StageName.ofName(name);
        if (stage.isEmpty()) {
            String hint = StageName.suggestion(name)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("known are before, session-N, session-N-settled, result and follow-up-N");
            at.wrong("names the stage \"" + name + "\", which is not known; " + hint);
        }
        return stage;
    }

    private static @Nullable LocalDate date(@Nullable YamlValue value) {
        String text = text(value);
        if (value == null || text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            value.wrong("is \"" + text + "\"; a date such as 2026-01-31 is expected");
            return null;
        }
    }

    private Map<String, ViewConfig> views(@Nullable YamlValue value, Set<String> excluded) {
        Map<String, ViewConfig> views = new TreeMap<>();
        if (value == null) {
            return views;
        }
        Map<String, Set<Stage>> photographed = new TreeMap<>();
        for (Shot shot : folder.shots()) {
            if (!excluded.contains(shot.relativePath())) {
                photographed
                        .computeIfAbsent(shot.view(), view -> new TreeSet<>())
                        .add(shot.stage());
            }
        }
        value.entries().forEach((name, entry) -> {
            String view = PhotoName.view(name);
            ViewConfig config = ViewYaml.read(entry);
            if (views.putIfAbsent(view, config) != null) {
                entry.wrong("means the view " + view + ", which stands above already");
            }
            checkPhotographed(view, config, entry, photographed);
        });
        return views;
    }

    // A view may be planned and not photographed yet; a misspelt one must not be lost in silence.
    private void checkPhotographed(
            String view, ViewConfig config, YamlValue entry, Map<String, Set<Stage>> photographed) {
        Set<Stage> stages = photographed.get(view);
        if (stages == null) {
            Optional<String> nearest = Spelling.nearest(view, photographed.keySet());
            if (nearest.isPresent()) {
                entry.wrong("has no photos; did you mean " + nearest.get() + "?");
            } else {
                findings.add(new Finding(
                        Severity.NOTE, view, "the view " + view + " is described in " + FILE + " and has no photos"));
            }
            return;
        }
        if (config.reference() != null && !stages.contains(config.reference())) {
            entry.wrong("has the reference " + config.reference() + ", where there is no photo of this view; there are"
                    + " some in "
                    + String.join(", ", stages.stream().map(Stage::name).toList()));
        }
    }

    /** As the files are called, however the entry is typed. */
    private Set<String> excluded(@Nullable YamlValue value) {
        Map<String, String> byTyped = new TreeMap<>();
        folder.shots().forEach(shot -> byTyped.put(typed(shot.relativePath()), shot.relativePath()));
        Set<String> excluded = new TreeSet<>();
        if (value == null) {
            return excluded;
        }
        for (YamlValue item : value.items()) {
            Optional<String> text = item.text();
            String path = text.map(typed -> byTyped.get(typed(typed))).orElse(null);
            if (path != null) {
                excluded.add(path);
            } else if (text.isPresent()) {
                String hint = Spelling.nearest(text.get(), byTyped.values())
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; a path such as session-1/left.jpg is expected");
                item.wrong("is \"" + text.get() + "\", and there is no such photo" + hint);
            }
        }
        return excluded;
    }

    private static String typed(String path) {
        String slashes = Normalizer.normalize(path, Normalizer.Form.NFC).replace('\\', '/');
        return slashes.startsWith("./") ? slashes.substring(2) : slashes;
    }

    private static Consent consent(@Nullable YamlValue value) {
        YamlValue marketing = value == null ? null : value.entries(CONSENT_KEYS).get("marketing");
        return marketing == null ? Consent.NONE : new Consent(yesOrNo(marketing));
    }

    // YAML 1.2 knows true and false alone; people write yes and no. A key without a value is no yes.
    private static boolean yesOrNo(YamlValue value) {
        String said = value.text().orElse("no");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                value.wrong("is \"" + said + "\"; yes or no is expected");
                yield false;
            }
        };
    }
}
