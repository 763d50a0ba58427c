package io.stipple;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** CONTRIBUTING's table of rooms, as a test: each line says what a room may look at besides the libraries. */
@AnalyzeClasses(packages = "io.stipple", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MODEL = room("model").looksAtNothing();

    @ArchTest
    static final ArchRule OPENCV = room("opencv").looksAtNothing();

    @ArchTest
    static final ArchRule SERIES = room("series").looksAt("photo", "model");

    @ArchTest
    static final ArchRule PHOTO = room("photo").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule SCALE = room("scale").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule HEAD = room("head").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule REGISTRATION = room("registration").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule REGION = room("region").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule DOTS = room("dots").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule TONE = room("tone").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule CHANGE = room("change").looksAt("model");

    @ArchTest
    static final ArchRule REPORT = room("report").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule COHORT = room("cohort").looksAt("report", "model");

    @ArchTest
    static final ArchRule PHANTOM = room("phantom").looksAt("opencv", "model");

    @ArchTest
    static final ArchRule PIPELINE = room("pipeline")
            .looksAt(
                    "series",
                    "photo",
                    "scale",
                    "head",
                    "registration",
                    "region",
                    "dots",
                    "tone",
                    "change",
                    "report",
                    "opencv",
                    "model");

    @ArchTest
    static final ArchRule STUDY = room("study").looksAt("pipeline", "phantom", "model");

    @ArchTest
    static final ArchRule EVIDENCE =
            room("evidence").looksAt("pipeline", "photo", "cohort", "report", "ledger", "model");

    @ArchTest
    static final ArchRule LEDGER = room("ledger").looksAtNothing();

    @ArchTest
    static final ArchRule AUDIT = room("audit").looksAt("pipeline", "evidence", "cohort", "report", "ledger", "model");

    @ArchTest
    static final ArchRule CLI = room("cli")
            .looksAt("pipeline", "study", "audit", "evidence", "cohort", "ledger", "phantom", "report", "model");

    @ArchTest
    static final ArchRule OPENCV_STAYS_WHERE_PIXELS_ARE = noClasses()
            .that()
            .resideOutsideOfPackages(packages(
                    "opencv", "photo", "scale", "head", "registration", "region", "dots", "tone", "report", "phantom"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opencv..");

    @ArchTest
    static final ArchRule PICOCLI_STAYS_IN_CLI = noClasses()
            .that()
            .resideOutsideOfPackage("io.stipple.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule IMGSCALR_IS_FOR_THUMBNAILS = noClasses()
            .that()
            .resideOutsideOfPackages(packages("report", "photo"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imgscalr..");

    @ArchTest
    static final ArchRule PDF_IS_FOR_REPORTS = noClasses()
            .that()
            .resideOutsideOfPackage("io.stipple.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule DATABASES_STAY_IN_THE_LEDGER = noClasses()
            .that()
            .resideOutsideOfPackage("io.stipple.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule ONLY_CLI_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage("io.stipple.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    private static Room room(String name) {
        return new Room(name);
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(room -> "io.stipple." + room + "..").toArray(String[]::new);
    }

    private record Room(String name) {
        ArchRule looksAt(String... others) {
            String[] allowed = Stream.concat(Stream.of(name), Stream.of(others)).toArray(String[]::new);
            return classes()
                    .that()
                    .resideInAPackage("io.stipple." + name + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("io.stipple..")
                                    .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                            packages(allowed))))
                    .allowEmptyShould(true);
        }

        ArchRule looksAtNothing() {
            return looksAt();
        }
    }
}
