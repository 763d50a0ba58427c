package io.stipple.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.cohort.LeftOut;
import io.stipple.evidence.AnalysedCase;
import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.Ledger;
import io.stipple.ledger.LedgerStore;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.WholeFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one analysed case under a root; what an audit does to each. */
class AuditTest {
    @TempDir
    Path root;

    @Test
    void finishedRecordsAreEnteredOnceAndThenLeftAlone() throws Exception {
        cases("a", "north/b");

        AuditResult first = audit();
        assertThat(List.of(first.analysed(), first.entered(), first.unchanged()))
                .containsExactly(0, 2, 0);
        assertThat(first.figures().counts().cases()).isEqualTo(2);
        byte[] record = Files.readAllBytes(root.resolve("a/stipple/record.json"));

        AuditResult again = audit();
        assertThat(List.of(again.analysed(), again.entered(), again.unchanged()))
                .containsExactly(0, 0, 2);
        assertThat(again.figures()).isEqualTo(first.figures());
        assertThat(root.resolve("a/stipple/record.json")).hasBinaryContent(record);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void whatIsNewOrChangedIsAnalysedAndTheRestIsNot() throws Exception {
        cases("changed", "new", "same");
        WholeFolder.delete(root.resolve("new/stipple"));
        audit();
        // The comment changes no choice, the photo's new name does: it is another view's now.
        Path yaml = root.resolve("same/case.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "\n# seen\n");
        Files.move(root.resolve("changed/session-1/top.jpg"), root.resolve("changed/session-1/crown.jpg"));

        AuditResult again = audit();

        assertThat(List.of(again.analysed(), again.entered(), again.unchanged()))
                .containsExactly(1, 0, 2);
        assertThat(entries()).isEqualTo(4);
        assertThat(Files.readString(root.resolve("changed/stipple/photos.csv"))).contains("session-1/crown.jpg");
    }

    @Test
    void aBrokenCaseIsNamedAndTheOthersGoOn() throws Exception {
        cases("good");
        Files.createDirectories(root.resolve("empty/before"));
        cases("wrong");
        Files.writeString(root.resolve("wrong/case.yaml"), "skinn: III\n");

        AuditResult result = audit();

        assertThat(result.figures().counts().cases()).isEqualTo(1);
        assertThat(result.figures().leftOut()).extracting(LeftOut::folder).containsExactly("empty", "wrong");
        assertThat(result.figures().leftOut().get(1).reason()).contains("skinn").doesNotContain(root.toString());
    }

    @Test
    void aRecordThatWasSwappedLaterIsLeftOut() throws Exception {
        cases("a", "b");
        audit();
        Path record = root.resolve("a/stipple/record.json");
        Files.writeString(
                record, Files.readString(record).replaceFirst("\"densityPerCm2\" : \\d", "\"densityPerCm2\" : 9"));

        AuditResult result = audit();

        assertThat(result.figures().counts().cases()).isEqualTo(1);
        assertThat(result.figures().leftOut())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("is not the one that the ledger holds"));
    }

    @Test
    void aCaseThatWasTakenAwayIsNamed() throws Exception {
        cases("a");
        AnalysedCase.copyTo(root.resolve("b"), "other");
        audit();
        WholeFolder.delete(root.resolve("b"));

        assertThat(audit().figures().leftOut()).singleElement().satisfies(one -> {
            assertThat(one.folder()).isEqualTo("b");
            assertThat(one.reason()).contains("is in the ledger", "its folder is not there any more");
        });
    }

    @Test
    void aRenamedCaseIsTheSameCase() throws Exception {
        cases("a");
        audit();
        Files.move(root.resolve("a"), root.resolve("b"));

        AuditResult result = audit();

        assertThat(result.entered()).isEqualTo(1);
        assertThat(result.figures().leftOut()).isEmpty();
        assertThat(result.figures().counts().cases()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutItsPhotosCountsAsItStands() throws Exception {
        Path kept = root.resolve("archive/C-1");
        AnalysedCase.copyTo(root.resolve("whole"));
        AnalysedCase.copy(root.resolve("whole/stipple"), kept);
        WholeFolder.delete(root.resolve("whole"));

        assertThat(audit().entered()).isEqualTo(1);
        assertThat(audit().unchanged()).isEqualTo(1);
    }

    @Test
    void everyByteIsReadAgainWhereThatIsAsked() throws Exception {
        cases("a");
        audit();
        Path photo = root.resolve("a/session-1/top.jpg");
        var time = Files.getLastModifiedTime(photo);
        byte[] bytes = Files.readAllBytes(photo);
        bytes[bytes.length / 2] ^= 1;
        Files.write(photo, bytes);
        Files.setLastModifiedTime(photo, time);

        assertThat(audit().unchanged()).as("same size, same time").isEqualTo(1);
        assertThat(audit(true, 1).analysed()).isEqualTo(1);
    }

    @Test
    void ofAForgottenClientNothingIsLeftAndTheChainIsWhole() throws Exception {
        for (String name : List.of("a", "b")) {
            AnalysedCase.copyTo(root.resolve(name), "Pseudonym-" + name);
        }
        assertThat(audit().entered()).isEqualTo(2);

        try (CaseLedger ledger = CaseLedger.open(store(), root, "")) {
            Optional<Forgetting.Forgot> forgot = Forgetting.client(ledger, root, root, "Pseudonym-a");
            assertThat(forgot.orElseThrow().folders()).containsExactly(root.resolve("a"));
            assertThat(Forgetting.client(ledger, root, root, "Pseudonym-a")).isEmpty();
            assertThat(ledger.ledger().faults()).isEmpty();
        }
        assertThat(root.resolve("a/stipple")).doesNotExist();
        assertThat(root.resolve("cohort.html")).doesNotExist();
        assertThat(root.resolve("a/session-1/top.jpg")).exists();

        AuditResult after = audit();
        assertThat(after.figures().counts().cases()).isEqualTo(1);
        assertThat(after.figures().leftOut())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("forgotten on request"));
        try (var files = Files.list(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Pseudonym-a");
            }
        }
    }

    @Test
    void sitesShareALedgerWithoutMeetingEachOther() throws Exception {
        cases("north/a", "south/a");
        AuditResult north = Audit.run(
                new AuditRequest(root.resolve("north"), root.resolve("n"), store(), "north", 1, false),
                Progress.silent());
        AuditResult south = Audit.run(
                new AuditRequest(root.resolve("south"), root.resolve("s"), store(), "south", 1, false),
                Progress.silent());

        assertThat(north.figures().counts().cases()).isEqualTo(1);
        assertThat(south.figures().counts().cases()).as("of both sites").isEqualTo(2);
        assertThat(south.figures().leftOut()).isEmpty();
    }

    private void cases(String... names) throws Exception {
        for (String name : names) {
            AnalysedCase.copyTo(root.resolve(name));
        }
    }

    private AuditResult audit() throws Exception {
        return audit(false, 2);
    }

    private AuditResult audit(boolean everyByte, int jobs) throws Exception {
        return Audit.run(new AuditRequest(root, root, store(), "", jobs, everyByte), Progress.silent());
    }

    private LedgerStore store() {
        return LedgerStore.embedded(root.resolve(CaseLedger.FILE));
    }

    private long entries() throws Exception {
        try (Ledger ledger = Ledger.open(store())) {
            long count = 0;
            while (ledger.entry(count + 1).isPresent()) {
                count++;
            }
            return count;
        }
    }
}
