package io.stipple.series;

import io.stipple.model.Target;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the target of {@code case.yaml}. */
final class TargetYaml {
    private static final Set<String> KEYS = Set.of("densityPerCm2", "contrast");
    /** Below this nothing would look treated; above it dots of a third of a millimetre could not stay apart. */
    private static final double SPARSEST_PER_CM2 = 5;

    private static final double DENSEST_PER_CM2 = 400;
    /** A dot that takes a hundredth of the light cannot be seen; one that takes all of it is a hole. */
    private static final double FAINTEST = 0.01;

    private static final double DARKEST = 0.95;

    private TargetYaml() {}

    static Target read(@Nullable YamlValue value) {
        if (value == null) {
            return Target.NONE;
        }
        Map<String, YamlValue> entries = value.entries(KEYS);
        return new Target(
                between(entries.get("densityPerCm2"), SPARSEST_PER_CM2, DENSEST_PER_CM2, "5 to 400 dots per cm²"),
                between(entries.get("contrast"), FAINTEST, DARKEST, "0.01 to 0.95"));
    }

    private static @Nullable Double between(@Nullable YamlValue value, double lowest, double highest, String expected) {
        if (value == null || value.isNothing()) {
            return null;
        }
        OptionalDouble number = value.number();
        if (number.isEmpty()) {
            return null;
        }
        double given = number.getAsDouble();
        if (given < lowest || given > highest) {
            value.wrong("is " + value.described() + "; " + expected + " is expected");
            return null;
        }
        return given;
    }
}
