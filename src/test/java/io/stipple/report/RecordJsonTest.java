package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordJsonTest {
    @TempDir
    Path folder;

    @Test
    void aRecordComesBackAsItWasWritten() throws IOException {
        CaseRecord record = new CaseFixture("C-017 <b>\"quoted\"</b>", 300).record();
        Path file = folder.resolve("record.json");

        RecordJson.write(record, file);

        assertThat(RecordJson.read(file)).isEqualTo(record);
    }

    @Test
    void anOpenEndOfAnIntervalIsNull() throws IOException {
        Change change = new Change(
                "top",
                "frontal",
                Stage.BEFORE,
                Stage.session(1),
                ChangeKind.TOTAL,
                null,
                null,
                null,
                null,
                new PercentChange(250, new Interval(190.5, Double.POSITIVE_INFINITY)),
                null,
                null,
                null,
                ChangeVerdict.REAL,
                "",
                null,
                null);
        CaseRecord record = CaseFixture.small(List.of(), List.of(), List.of(change), List.of());
        Path file = folder.resolve("record.json");

        RecordJson.write(record, file);

        assertThat(Files.readString(file)).contains("[190.5, null]");
        assertThat(RecordJson.read(file)).isEqualTo(record);
    }

    @Test
    void aSecondRoundChangesNoByteWhateverTheDigitsWere() throws IOException {
        Dot dot = new Dot(new PointPx(1 / 3.0, 1e-9), 2 / 3.0, -1 / 7.0, 1e-9, 1 / 9.0, 100 / 3.0, 1);
        TrackedDot tracked = new TrackedDot(1, dot, new PointPx(2000 / 3.0, -1e-9), "a\"b", Fate.NEW, true);
        ViewRecord view = new ViewRecord(
                "top",
                null,
                List.of(),
                false,
                null,
                null,
                Map.of("before", List.of(tracked)),
                Map.of(),
                Map.of(),
                Map.of());
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");

        RecordJson.write(CaseFixture.small(List.of(), List.of(), List.of(), List.of(view)), first);
        RecordJson.write(RecordJson.read(first), second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void theOrderOfMapsDoesNotMatter() throws IOException {
        CaseRecord record = new CaseFixture("C-017", 10).record();
        Map<String, String> backwards = new LinkedHashMap<>();
        record.settings().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(name -> backwards.put(name, record.settings().get(name)));
        CaseRecord turned = new CaseRecord(
                record.client(),
                record.skin(),
                record.consent(),
                record.stages(),
                record.photos(),
                record.views(),
                record.measurements(),
                record.comparisons(),
                record.assessment(),
                record.findings(),
                record.choices(),
                backwards,
                record.versions());

        RecordJson.write(record, folder.resolve("one.json"));
        RecordJson.write(turned, folder.resolve("other.json"));

        assertThat(folder.resolve("other.json")).hasSameBinaryContentAs(folder.resolve("one.json"));
    }

    @Test
    void dotsAreWrittenSoThatAHundredThousandStayUnderFifteenMegabytes() throws IOException {
        // A sixth of them is enough to tell the bytes a dot takes.
        CaseRecord record = new CaseFixture("C-017", 2_500).record();
        Path file = folder.resolve("record.json");

        RecordJson.write(record, file);

        long dots = record.views().stream()
                .flatMap(view -> view.dots().values().stream())
                .mapToLong(List::size)
                .sum();
        assertThat(dots).isGreaterThan(15_000);
        assertThat((double) Files.size(file) / dots * 100_000).isLessThan(15e6);
    }

    @Test
    void whatIsUnknownMissingOrImpossibleIsRefusedByName() throws IOException {
        Path file = folder.resolve("record.json");
        RecordJson.write(new CaseFixture("C-017", 10).record(), file);
        String good = Files.readString(file);

        assertRefused(good.replaceFirst("\"client\"", "\"colour\" : 1, \"client\""), "colour");
        assertRefused(good.replaceFirst("(?m)^\\s*\"client\" : .*$", ""), "client");
        assertRefused(good.replaceFirst("session-1-settled\"", "session-0\""), "session-0");
        assertRefused(good.replaceFirst("stipple-record-[0-9]+", "stipple-record-99"), "stipple-record-99");
        assertRefused(
                good.replaceFirst("\"verdict\" : \"[a-z-]+\"", "\"verdict\" : null"), "photos[0].verdict is null");
        assertRefused(good.replaceFirst("\"interval95\" : \\[[^]]*\\]", "\"interval95\" : null"), "interval95 is null");
        assertRefused(good.substring(0, good.length() / 2), "");
    }

    private void assertRefused(String text, String named) throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> RecordJson.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(named)
                .hasMessageEndingWith(file.toString());
    }
}
