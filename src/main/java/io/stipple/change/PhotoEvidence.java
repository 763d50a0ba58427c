package io.stipple.change;

/**
 * What the comparison must know of the measured photo of a stage.
 *
 * @param residualMm median error of its registration, mm; 0 for the reference
 * @param seen where a dot could be found in it
 * @param dotArea how the size of its dots was told
 */
public record PhotoEvidence(double residualMm, Seen seen, DotArea dotArea) {
    public PhotoEvidence {
        if (!(residualMm >= 0)) {
            throw new IllegalArgumentException("residual " + residualMm + " mm is below 0");
        }
    }

    static PhotoEvidence none() {
        return new PhotoEvidence(0, Seen.everywhere(), DotArea.OWN);
    }
}
