package io.stipple.dots;

import io.stipple.model.ScalpFrame;

/**
 * One candidate while it is being fitted: an elliptical Gaussian of optical density on the working crop. Mutable, and
 * seen by the fit alone.
 */
final class Blob {
    final ScalpFrame frame;
    /** Filter's answer standing alone, over the local noise. */
    double snr;

    /** Centre, px of the crop. */
    double x;

    double y;

    /** Optical density at the peak. */
    double peak;

    /** Covariance of the profile as seen, px². */
    double xx;

    double xy;
    double yy;

    /** Standard error of the peak from what the fit leaves. */
    double peakSe;

    /** Axis ratio and size (1 is a typical dot) against what a round dot would look like here. */
    double axisRatio = 1;

    double relativeSize = 1;

    Mark.Kind kind = Mark.Kind.FAINT;

    /** Pigment by its own fitted shape, mm²; kept when the forced fit gives it the common one. */
    double ownPigment;

    Blob(ScalpFrame frame, double snr, double x, double y, double sigma, double peak) {
        this.frame = frame;
        this.snr = snr;
        this.x = x;
        this.y = y;
        this.xx = sigma * sigma;
        this.yy = sigma * sigma;
        this.peak = peak;
    }

    /** Whether another photo showed a dot here; then its place is held near {@code homeX, homeY} by the weight. */
    boolean known;

    /** Whether a known dot stands so near that the candidate's own shape cannot be told. */
    boolean beside;

    /** Whether the untreated skin is known and no hair stood here. */
    boolean noHair;

    double homeX;
    double homeY;

    /** Variance of the picture's noise over that of the place. */
    double homeWeight;

    /** Whether its last fit all but left it where it was, and nothing near has changed since. */
    boolean still;

    /** What other photos weighed here, mm²; 0 where none did. */
    double expectedPigment;

    /** Whether only the latest of the other photos has shown it. */
    boolean young;

    /** Peak that it had with what other photos weighed; infinite where none did. */
    double expectedPeak = Double.POSITIVE_INFINITY;

    /** Peak above which a known dot is likelier there than gone, though it may not stand out. */
    double therePeak = Double.POSITIVE_INFINITY;

    /** Variance of the picture's noise over that of the expected peak; 0 where the fit is free of it. */
    double peakWeight;

    /** Peak that the light at its place gives it by itself, its neighbours as fitted; also below 0. */
    double freePeak;

    /** Whether a known dot does not stand out and is taken as there by the odds alone. */
    boolean presumed;

    /** No fit gives it more. */
    double mostPeak = Double.POSITIVE_INFINITY;

    void expectAt(double placeX, double placeY, double weight) {
        known = true;
        homeX = placeX;
        homeY = placeY;
        homeWeight = weight;
    }

    /** Peak that so much pigment, mm², has in this shape. */
    double peakOf(double pigmentMm2) {
        return pigmentMm2 / (areaPx() * frame.mm2PerPx());
    }

    /** Pigment that such a peak has in this shape, mm². */
    double pigmentOf(double peak) {
        return peak * areaPx() * frame.mm2PerPx();
    }

    double areaPx() {
        return 2 * Math.PI * Math.sqrt(Math.max(0, xx * yy - xy * xy));
    }

    /** Largest standard deviation, px. */
    double reach() {
        double mean = (xx + yy) / 2;
        double half = (xx - yy) / 2;
        return Math.sqrt(mean + Math.sqrt(half * half + xy * xy));
    }
}
