package io.stipple.registration;

import static io.stipple.registration.RegistrationSettings.require;

import java.util.List;

/**
 * How a map is checked on patches of skin that did not help to fit it; lengths in nominal mm.
 *
 * @param everyMm spacing of the held-back patches, mm; 10: two hundred on a whole head, a sixth of its skin
 * @param sideMm side of a patch, mm; 4: some ten pores and dots
 * @param jitter how far a patch may stand from its place in the grid, as a share of the spacing; 0.3: regular dots must not
 *     fall in step
 * @param searchMm how far a patch is looked for around its predicted place, mm; 1.2: one spacing of dots
 * @param leastInside share of a patch that must be head in both photos, 0..1; 0.9
 * @param leastPatches fewest patches from which anything is concluded; 16
 * @param leastWins share of patches that must match better at their place than at eight places around, 0..1; 0.3:
 *     chance gives a ninth, and of 195 pairs of other heads, sides and mirror images none reached 0.14
 * @param leastTrustedShare share of the reference's head over which a map must be supported, 0..1; 0.12
 * @param trustCellMm side of the cells in which trust is given, mm; 3
 * @param trustMm largest local disagreement that is still trusted, mm; 0.3: a third of the spacing of dots
 * @param nullQuantile quantile of chance scores that a trusted cell must exceed, 0..1; 0.9
 * @param shares weights of skin, spots and tint by which it is told how much a patch can tell at all; 0, 0.3 and 1: light
 *     that swung round shifts the shade of every pore alike, which skin cannot see in itself, but tint can
 * @param stepShare share of a shift that one Gauss–Newton step on noisy gradients sees, above 0..1; 0.83: the
 *     reported residual is then 1.06 times the true median error in the middle of 450 phantom photos with exact truth,
 *     0.73 to 1.56 times in nineteen of twenty
 */
public record PatchSettings(
        double everyMm,
        double sideMm,
        double jitter,
        double searchMm,
        double leastInside,
        int leastPatches,
        double leastWins,
        double leastTrustedShare,
        double trustCellMm,
        double trustMm,
        double nullQuantile,
        List<Double> shares,
        double stepShare) {
    public PatchSettings {
        require("patch spacing mm", everyMm, 1, 100);
        require("patch side mm", sideMm, 0.5, everyMm);
        require("jitter", jitter, 0, 1);
        require("search mm", searchMm, 0.2, 10);
        require("least share inside", leastInside, 0.1, 1);
        require("least patches", leastPatches, 4, 1000);
        require("least wins", leastWins, 0, 1);
        require("least trusted share", leastTrustedShare, 0, 1);
        require("trust cell mm", trustCellMm, 0.5, 50);
        require("trust mm", trustMm, 0.02, 10);
        require("null quantile", nullQuantile, 0, 1);
        shares = PixelEquations.checked(shares);
        require("share of a step", stepShare, 0.05, 1);
    }

    static PatchSettings defaults() {
        return new PatchSettings(10, 4, 0.3, 1.2, 0.9, 16, 0.3, 0.12, 3, 0.3, 0.9, List.of(0.0, 0.3, 1.0), 0.83);
    }
}
