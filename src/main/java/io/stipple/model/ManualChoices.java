package io.stipple.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person decided and no photo tells: outlines, exclusions, landmarks, scales, dates and notes of {@code
 * case.yaml}, each as it was understood.
 *
 * @param byName each choice as text by its dotted name, such as {@code views.top.regions.frontal}
 * @param sha256 over the canonical form (RFC 8785) of {@code byName}, 64 hexadecimal digits: one value by which two
 *     analyses are known to rest on the same choices
 */
public record ManualChoices(Map<String, String> byName, String sha256) {
    public ManualChoices {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
        Check.named("hash of the choices", sha256);
    }
}
