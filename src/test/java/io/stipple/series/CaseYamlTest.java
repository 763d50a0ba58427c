package io.stipple.series;

import static io.stipple.series.CaseFolders.put;
import static io.stipple.series.CaseFolders.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseYamlTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aCase() throws IOException {
        put(
                folder,
                "before/top.jpg",
                "before/front.jpg",
                "session-1/top.jpg",
                "session-1/left.jpg",
                "session-2/top.jpg");
    }

    @Test
    void everythingThatTheContractNamesIsRead() throws Exception {
        yaml(
                folder,
                "client: C-017                    # a pseudonym, never a name",
                "skin: iii",
                "target: {densityPerCm2: 90, contrast: 0.3}",
                "stages:",
                "  session-1: {date: 2026-01-10, pigment: \"SMP grey 8%\", practitioner: P1, needle: \"3RL 0.25\"}",
                "views:",
                "  top:",
                "    reference: before",
                "    front: left",
                "    scale: {pxPerMm: 12.6}",
                "    landmarks: {session-2: [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 1], [2, 3]], [[4, 5], [6.5, 7]]]}",
                "    regions:",
                "      frontal: [[1420, 900], [2608, 900], [2340, 650]]",
                "  front:",
                "    scale: {from: [10, 20], to: [40, 60], mm: 20}",
                "  left:",
                "    scale: {headBreadthMm: 152}",
                "exclude: [session-1/left.jpg]    # blurred",
                "consent: {marketing: yes}");

        CaseConfig config = SeriesReader.read(folder).config();

        assertThat(config.client()).isEqualTo("C-017");
        assertThat(config.skin()).isEqualTo("III");
        assertThat(config.target()).isEqualTo(new Target(90.0, 0.3));
        assertThat(config.stages().get(Stage.session(1)))
                .isEqualTo(new StageInfo(Stage.session(1), LocalDate.of(2026, 1, 10), "SMP grey 8%", "P1", "3RL 0.25"));
        ViewConfig top = config.view("top");
        assertThat(top.reference()).isEqualTo(Stage.BEFORE);
        assertThat(top.front()).isEqualTo(Front.LEFT);
        assertThat(top.frontGiven()).isTrue();
        assertThat(top.scale()).isEqualTo(new ScaleHint.PxPerMm(12.6));
        assertThat(top.landmarks().get(Stage.session(2)))
                .hasSize(4)
                .last()
                .isEqualTo(new LandmarkPair(new PointPx(4, 5), new PointPx(6.5, 7)));
        assertThat(top.regions())
                .containsExactly(new Outline(
                        "frontal", List.of(new PointPx(1420, 900), new PointPx(2608, 900), new PointPx(2340, 650))));
        assertThat(config.view("front").scale())
                .isEqualTo(new ScaleHint.Segment(new PointPx(10, 20), new PointPx(40, 60), 20));
        assertThat(config.view("left").scale()).isEqualTo(new ScaleHint.HeadBreadth(152));
        assertThat(config.excluded()).containsExactly("session-1/left.jpg");
        assertThat(config.consent().marketing()).isTrue();
    }

    @Test
    void aTargetMayNameDensityOrContrastAlone() throws Exception {
        yaml(folder, "target: {densityPerCm2: 80}");
        assertThat(SeriesReader.read(folder).config().target()).isEqualTo(new Target(80.0, null));

        yaml(folder, "target: {contrast: 0.25, densityPerCm2: }");
        assertThat(SeriesReader.read(folder).config().target()).isEqualTo(new Target(null, 0.25));
    }

    @Test
    void aViewThatIsNotMentionedHasTheDefaults() throws Exception {
        yaml(folder, "client: C-017");

        ViewConfig top = SeriesReader.read(folder).config().view("top");

        assertThat(top).isEqualTo(ViewConfig.defaults());
        assertThat(top.front()).isEqualTo(Front.UP);
        assertThat(top.frontGiven()).isFalse();
    }

    @Test
    void anEmptyFileAndKeysWithoutValuesSayNothing() throws Exception {
        yaml(folder, "# nothing yet");
        assertThat(SeriesReader.read(folder).config()).isEqualTo(CaseConfig.empty());

        yaml(folder, "client:", "skin:", "target:", "stages:", "views:", "exclude:", "consent:");
        assertThat(SeriesReader.read(folder).config()).isEqualTo(CaseConfig.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clinet: C-1                           | case.yaml line 1: clinet is not a known key; did you mean client?
            colour: red                           | case.yaml line 1: colour is not a known key; known are client, consent, exclude, skin, stages, target, views
            skin: VII                             | case.yaml line 1: skin is "VII"; a Fitzpatrick type I, II, III, IV, V or VI is expected
            skin: [I]                             | case.yaml line 1: skin is a list of 1; a text is expected
            target: 90                            | case.yaml line 1: target is "90"; key: value pairs are expected
            target: {density: 90}                 | case.yaml line 1: target.density is not a known key; known are contrast, densityPerCm2
            target: {densityPerCM2: 90}           | case.yaml line 1: target.densityPerCM2 is not a known key; did you mean densityPerCm2?
            target: {densityPerCm2: dense}        | case.yaml line 1: target.densityPerCm2 is "dense"; a number is expected
            target: {densityPerCm2: 0.9}          | case.yaml line 1: target.densityPerCm2 is "0.9"; 5 to 400 dots per cm² is expected
            target: {contrast: 30}                | case.yaml line 1: target.contrast is "30"; 0.01 to 0.95 is expected
            stages: {session-x: {}}               | case.yaml line 1: stages.session-x names the stage "session-x", which is not known; did you mean session-1?
            stages: {session-1: {date: 10.1.26}}  | case.yaml line 1: stages.session-1.date is "10.1.26"; a date such as 2026-01-31 is expected
            stages: {session-1: {pigmnet: x}}     | case.yaml line 1: stages.session-1.pigmnet is not a known key; did you mean pigment?
            stages: [session-1]                   | case.yaml line 1: stages is a list of 1; key: value pairs are expected
            views: {tpo: {front: up}}             | case.yaml line 1: views.tpo has no photos; did you mean top?
            views: {top: {reference: session-7}}  | case.yaml line 1: views.top has the reference session-7, where there is no photo of this view; there are some in before, session-1, session-2
            views: {top: {front: north}}          | case.yaml line 1: views.top.front is "north"; up, down, left or right is expected
            views: {top: {scale: 12}}             | case.yaml line 1: views.top.scale is "12"; key: value pairs are expected
            views: {top: {scale: {pxPerMm: 0}}}   | case.yaml line 1: views.top.scale.pxPerMm is "0"; a number above 0 is expected
            views: {top: {scale: {pxPerMm: wide}}} | case.yaml line 1: views.top.scale.pxPerMm is "wide"; a number is expected
            views: {top: {scale: {pxPerMm: .nan}}} | case.yaml line 1: views.top.scale.pxPerMm is ".nan"; a number is expected
            views: {top: {scale: {mm: 20}}}       | case.yaml line 1: views.top.scale has mm; one of {pxPerMm}, {from, to, mm} and {headBreadthMm} is expected
            views: {top: {scale: {headBreadthMm: 15.2}}} | case.yaml line 1: views.top.scale.headBreadthMm is "15.2"; 100 to 200 mm is expected
            views: {top: {scale: {from: [1, 1], to: [1, 1], mm: 3}}} | case.yaml line 1: views.top.scale goes from a point to the same point; two different ones are expected
            views: {top: {landmarks: {before: [[[1, 2], [3, 4]]]}}} | case.yaml line 1: views.top.landmarks.before has 1 pairs of points; 4 or more are expected
            views: {top: {regions: {a: [[1, 2], [3, 4]]}}} | case.yaml line 1: views.top.regions.a has 2 corners; 3 or more are expected
            views: {top: {regions: {a: [[1, 1], [2, 2], [3, 3]]}}} | case.yaml line 1: views.top.regions.a encloses nothing: all corners lie on one line
            views: {top: {regions: {a: [[1, 2], [3], [5, 9]]}}} | case.yaml line 1: views.top.regions.a[1] is a list of 1; a point [x, y] is expected
            exclude: [session-1/lefft.jpg]        | case.yaml line 1: exclude[0] is "session-1/lefft.jpg", and there is no such photo; did you mean session-1/left.jpg?
            exclude: [../elsewhere.jpg]           | case.yaml line 1: exclude[0] is "../elsewhere.jpg", and there is no such photo; a path such as session-1/left.jpg is expected
            consent: {marketing: perhaps}         | case.yaml line 1: consent.marketing is "perhaps"; yes or no is expected
            just a sentence                       | case.yaml line 1: the file is "just a sentence"; key: value pairs are expected
            """)
    void whatCannotBeUnderstoodIsToldWithFileLineAndKey(String line, String problem) throws Exception {
        yaml(folder, line);

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsLine() throws Exception {
        yaml(
                folder,
                "client: C-017",
                "skin: light",
                "views:",
                "  top:",
                "    front: up",
                "    scale:",
                "      pxPerMM: 12.6",
                "client: C-018");

        assertThat(problems())
                .containsExactly(
                        "case.yaml line 8: client stands here a second time",
                        "case.yaml line 2: skin is \"light\"; a Fitzpatrick type I, II, III, IV, V or VI is expected",
                        "case.yaml line 7: views.top.scale.pxPerMM is not a known key; did you mean pxPerMm?");
    }

    @Test
    void twoSpellingsOfTheSameStageOrViewAreToldApart() throws Exception {
        yaml(folder, "stages: {session-1: {}, Session 1: {}}", "views: {top: {}, Top: {}}");

        assertThat(problems())
                .containsExactly(
                        "case.yaml line 1: stages.Session 1 means session-1, which stands above already",
                        "case.yaml line 2: views.Top means the view top, which stands above already");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws Exception {
        yaml(folder, "client: C-017", "views: {top: [");
        assertThat(problems()).singleElement().asString().startsWith("case.yaml line 3: this is not YAML: ");

        Files.write(folder.resolve("case.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe, 0});
        assertThat(problems()).singleElement().asString().startsWith("case.yaml");
    }

    @Test
    void whatIsPlannedAndNotPhotographedYetIsNoted() throws Exception {
        yaml(folder, "stages: {session-3: {date: 2026-05-01}}", "views: {crown: {front: up}}");

        assertThat(SeriesReader.read(folder).findings())
                .extracting(finding -> finding.message())
                .contains(
                        "session-3 is noted in case.yaml and has no folder",
                        "the view crown is described in case.yaml and has no photos");
    }

    @Test
    void anchorsThatBiteTheirOwnTailHurtNothing() throws Exception {
        yaml(folder, "views: &v {top: *v}");

        assertThat(problems()).isNotEmpty();
    }

    private List<String> problems() {
        return catchThrowableOfType(CaseException.class, () -> SeriesReader.read(folder))
                .problems();
    }
}
