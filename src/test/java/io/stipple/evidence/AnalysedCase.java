package io.stipple.evidence;

import io.stipple.phantom.PhantomRenderer;
import io.stipple.phantom.PhantomSettings;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.WholeFolder;
import io.stipple.report.RecordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One small case with its results, rendered and analysed once for all tests of a run; each takes a copy. */
public final class AnalysedCase {
    private static @Nullable Path whole;

    private AnalysedCase() {}

    /** Copies it to a folder that is not there yet. */
    public static synchronized void copyTo(Path folder) throws Exception {
        if (whole == null) {
            whole = analysed();
        }
        copy(whole, folder);
    }

    /** The same under another pseudonym, in {@code case.yaml} and in the record alike: another case, as whole. */
    public static void copyTo(Path folder, String client) throws Exception {
        copyTo(folder);
        Path yaml = folder.resolve("case.yaml");
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("client: .*", "client: " + client));
        Path record = folder.resolve("stipple/record.json");
        JsonMapper json = JsonMapper.builder().build();
        JsonNode root = json.readTree(Files.readString(record));
        ((ObjectNode) root.get("record")).put("client", client);
        ObjectNode choices = (ObjectNode) root.get("record").get("choices");
        ObjectNode byName = (ObjectNode) choices.get("byName");
        byName.put("client", client);
        Map<String, String> said = new TreeMap<>();
        byName.propertyStream()
                .forEach(choice -> said.put(choice.getKey(), choice.getValue().asString()));
        choices.put("sha256", RecordHash.of(said));
        Files.writeString(record, json.writeValueAsString(root));
    }

    /** Copies a folder with all that is in it, times of change included. */
    public static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path analysed() throws Exception {
        Path folder = Files.createTempDirectory("stipple-analysed");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                WholeFolder.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        // 5 megapixels and two photos, for speed: the fewest at which dots are counted.
        PhantomRenderer.render(
                PhantomSettings.defaults().withSeed(5).withMegapixels(5).withStages(2), folder, name -> {});
        CaseAnalysis.run(AnalysisRequest.of(folder, folder.resolve("stipple")), Progress.silent());
        return folder;
    }
}
