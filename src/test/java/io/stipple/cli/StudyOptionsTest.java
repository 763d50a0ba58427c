package io.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed for a study and cannot be meant: told, and nothing written. */
class StudyOptionsTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void optionsOfOneCaseGoNotWithAStudy() {
        assertThat(run("--study", "--seed", "3")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--seed");
    }

    @Test
    void optionsOfAStudyNeedIt() {
        assertThat(run("--seeds", "1-3")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--study");
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThat(run("--study", "--seeds", "3-1")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("--study", "--jobs", "0")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("--study", "--megapixels", "0.1")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run("--change", "15")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("'3-1'", "--jobs is 0", "megapixels is 0.1", "healed change % is 15.0");
    }

    @Test
    void aResultOfOtherSettingsIsNotTouched() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path old = Files.writeString(out.resolve("easy-VI-4.csv"), "#stipple study 1; of something else\n");

        assertThat(run("--study", "--seeds", "4", "--tiers", "easy", "--skins", "VI"))
                .isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(err.toString()).contains("easy-VI-4.csv", "something else").doesNotContain("\tat ");
        assertThat(out).isDirectoryContaining(old::equals);
        assertThat(old).hasContent("#stipple study 1; of something else\n");
    }

    private int run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "phantom";
        args[1] = folder.resolve("out").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    }
}
