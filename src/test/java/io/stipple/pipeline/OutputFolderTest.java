package io.stipple.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path root;

    private Path caseFolder;
    private Path place;

    @BeforeEach
    void aCaseWithOnePhoto() throws IOException {
        caseFolder = Files.createDirectories(root.resolve("client-1/before")).getParent();
        Files.writeString(caseFolder.resolve("before/top.jpg"), "a photo");
        place = caseFolder.resolve("stipple");
    }

    @Test
    void nothingIsInPlaceBeforeItIsPublishedAndNothingIsLeftBesideItAfterwards() throws Exception {
        try (OutputFolder output = OutputFolder.beside(place, caseFolder)) {
            Files.writeString(output.folder().resolve("record.json"), "new");
            assertThat(place).doesNotExist();
            output.publish();
        }
        assertThat(place.resolve("record.json")).hasContent("new");
        assertThat(entriesOf(caseFolder)).containsExactlyInAnyOrder("before", "stipple");
    }

    @Test
    void aRunThatFailsLeavesTheOldResults() throws Exception {
        Files.createDirectories(place);
        Files.writeString(place.resolve("record.json"), "old");
        try (OutputFolder output = OutputFolder.beside(place, caseFolder)) {
            Files.writeString(output.folder().resolve("photos.csv"), "half");
        }
        assertThat(place.resolve("record.json")).hasContent("old");
        assertThat(place.resolve("photos.csv")).doesNotExist();
        assertThat(entriesOf(caseFolder)).containsExactlyInAnyOrder("before", "stipple");
    }

    @Test
    void oldOrHalfWrittenResultsAreReplacedAsAWhole() throws Exception {
        Files.createDirectories(place.resolve("aligned/top"));
        Files.writeString(place.resolve("photos.csv"), "half");
        try (OutputFolder output = OutputFolder.beside(place, caseFolder)) {
            Files.writeString(output.folder().resolve("record.json"), "new");
            output.publish();
        }
        assertThat(entriesOf(place)).containsExactly("record.json");
    }

    @Test
    void signedAndSharedResultsAreStillOurs() throws Exception {
        Files.createDirectories(place);
        for (String name : new String[] {"record.json", "record.sig.json", "report.pdf", "share.html"}) {
            Files.writeString(place.resolve(name), "old");
        }
        try (OutputFolder output = OutputFolder.beside(place, caseFolder)) {
            Files.writeString(output.folder().resolve("record.json"), "new");
            output.publish();
        }
        // A signature is of the record that it was made for, and goes with it.
        assertThat(entriesOf(place)).containsExactly("record.json");
    }

    @Test
    void runsThatBeginAtOnceClearUpTogether() throws Exception {
        for (int left = 0; left < 200; left++) {
            Path unfinished =
                    Files.createDirectory(caseFolder.resolve(".stipple-unfinished-" + ownerThatEnded() + "-" + left));
            Files.writeString(unfinished.resolve("photos.csv"), "half");
        }

        ExecutorService runs = Executors.newFixedThreadPool(4);
        Callable<Void> run = () -> {
            OutputFolder.tidyAround(place);
            return null;
        };
        for (Future<Void> begun : runs.invokeAll(List.of(run, run, run, run))) {
            begun.get();
        }
        runs.shutdown();

        assertThat(entriesOf(caseFolder)).containsExactly("before");
    }

    private static String ownerThatEnded() {
        String host = ManagementFactory.getRuntimeMXBean().getName().split("@", 2)[1];
        return Integer.MAX_VALUE + "@" + host; // above what any system numbers its processes to
    }

    @Test
    void aFolderThatHoldsOtherThingsIsNotReplaced() throws Exception {
        Path photos = Files.createDirectories(root.resolve("holiday"));
        Files.writeString(photos.resolve("beach.jpg"), "a photo");

        assertThatThrownBy(() -> OutputFolder.beside(photos, caseFolder))
                .isInstanceOf(UnusableOutputException.class)
                .hasMessageContaining("beach.jpg")
                .hasMessageContaining("-o");
        assertThat(photos.resolve("beach.jpg")).hasContent("a photo");
    }

    @Test
    void theCaseFolderAndWhatHoldsItAreNeverReplaced() {
        assertThatThrownBy(() -> OutputFolder.beside(caseFolder, caseFolder))
                .isInstanceOf(UnusableOutputException.class);
        assertThatThrownBy(() -> OutputFolder.beside(root, caseFolder)).isInstanceOf(UnusableOutputException.class);
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.writeString(root.resolve("out"), "mine");

        assertThatThrownBy(() -> OutputFolder.beside(file, caseFolder))
                .isInstanceOf(UnusableOutputException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void aPlaceThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "mine");

        assertThatThrownBy(() -> OutputFolder.beside(file.resolve("below/out"), caseFolder))
                .isInstanceOf(UnusableOutputException.class)
                .hasMessageContaining("cannot be written");
    }

    private static Stream<String> entriesOf(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        }
    }
}
