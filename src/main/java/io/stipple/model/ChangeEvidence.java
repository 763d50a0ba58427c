package io.stipple.model;

import java.util.List;

/**
 * What the intervals and the verdict of a {@link Change} are made of. An empty list belongs to a figure that is not
 * known.
 *
 * @param change that is explained
 * @param density parts of the interval of its density
 * @param retained parts of the interval of what was retained
 * @param contrast parts of the interval of its contrast
 * @param pigment parts of the interval of its pigment
 * @param floorFromRepeats whether mdc95 comes from repeat shots; else from the photos' own noise and the stated default
 *     for photographing again
 */
public record ChangeEvidence(
        Change change,
        List<ErrorPart> density,
        List<ErrorPart> retained,
        List<ErrorPart> contrast,
        List<ErrorPart> pigment,
        boolean floorFromRepeats) {
    public ChangeEvidence {
        density = List.copyOf(density);
        retained = List.copyOf(retained);
        contrast = List.copyOf(contrast);
        pigment = List.copyOf(pigment);
    }
}
