package io.stipple.phantom;

/**
 * One dot of pigment and its life.
 *
 * @param id from 0
 * @param rest unit direction at which its skin rests
 * @param region that it was placed in
 * @param birth index of the stage at which it first shows
 * @param radiusMm by stage, mm: half the diameter at which its optical density has halved
 * @param softnessMm by stage, mm: scale of its logistic edge
 * @param od optical density by stage, of the flat middle; 0 where it is not there
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
record PlannedDot(int id, Vec rest, String region, int birth, double[] radiusMm, double[] softnessMm, double[] od) {
    boolean alive(int stage) {
        return od[stage] > 0;
    }

    /** Optical density at the centre. */
    double peakOd(int stage) {
        return od[stage] / (1 + Math.exp(-radiusMm[stage] / softnessMm[stage]));
    }

    /** Optical density summed over the scalp, mm²: OD·π(r² + π²s²/3). */
    double pigmentMm2(int stage) {
        double r = radiusMm[stage];
        double s = softnessMm[stage];
        return od[stage] * Math.PI * (r * r + Math.PI * Math.PI * s * s / 3);
    }
}
