package io.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.evidence.AnalysedCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audit, verify and forget as they are typed. */
class AuditCommandTest {
    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAuditEntersVerifyComparesAndForgetRemoves() throws Exception {
        Path folder = root.resolve("client-1");
        AnalysedCase.copyTo(folder);

        assertThat(run("audit", root)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("1 case of 1 client: 0 analysed, 1 entered as they were, 0 unchanged, 0 left out")
                .contains("Cohort: " + root.resolve("cohort.html"));

        assertThat(run("verify", folder, "--quick")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("compared with the ledger", "verified: nothing differs");

        assertThat(run("forget", "nobody", root)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("the ledger knows no client nobody");
        assertThat(run("forget", "phantom-5", root)).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("stipple")).doesNotExist();

        assertThat(run("audit", root)).isEqualTo(ExitCode.PARTLY_MEASURED);
        assertThat(out.toString()).contains("LEFT OUT  client-1: was forgotten on request");
    }

    @Test
    void whatTheAuditLeftOutIsInItsJsonToo() throws Exception {
        Files.createDirectories(root.resolve("empty/before"));

        assertThat(run("audit", root, "--json")).isEqualTo(ExitCode.PARTLY_MEASURED);

        assertThat(out.toString()).contains("\"leftOut\"", "\"folder\" : \"empty\"", "hold no photos");
    }

    @Test
    void wrongUsageIsToldAndNothingIsWritten() throws Exception {
        assertThat(run("audit", root.resolve("nowhere"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("audit", root, "--jobs", "0")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("audit", root, "--site", "a:b")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("audit", root, "--store", "jdbc:mysql://host/db")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("forget", "C-1", root)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("there is no stipple.db in");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated() {
        String secret = "s3cret";

        assertThat(run("audit", root, "--store", "jdbc:postgresql://host/db?user=u&password=" + secret))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(err.toString()).contains("STIPPLE_STORE_PASSWORD").doesNotContain(secret);
    }

    private int run(Object... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
