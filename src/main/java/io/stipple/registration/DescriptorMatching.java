package io.stipple.registration;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.DMatch;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDMatch;
import org.opencv.features2d.BFMatcher;

/**
 * Matches by descriptor alone, with Lowe's ratio test (Lowe 2004, section 7.1): many wrong ones are still among them.
 */
final class DescriptorMatching {
    /** Cells across the features' extent among which the strongest are picked by turns. */
    private static final int SPREAD = 12;

    /** Two features nearer than this share of their size are one spot, found twice. */
    private static final double SAME_SPOT = 0.5;

    private static final int NEIGHBOURS = 3;

    private final StartSettings settings;

    DescriptorMatching(StartSettings settings) {
        this.settings = settings;
    }

    List<Match> between(Features photo, Features reference) {
        List<Match> matches = new ArrayList<>();
        for (byte kind = 0; kind < Features.KINDS; kind++) {
            Features from = photo.only(strongest(photo, kind));
            Features to = reference.only(strongest(reference, kind));
            if (from.count() > NEIGHBOURS && to.count() > NEIGHBOURS) {
                matches.addAll(likeliest(from, to));
            }
        }
        return matches;
    }

    private List<Match> likeliest(Features photo, Features reference) {
        try (MatScope mats = new MatScope()) {
            List<MatOfDMatch> nearest = new ArrayList<>();
            BFMatcher matcher = BFMatcher.create(Core.NORM_L2, false);
            matcher.knnMatch(descriptors(photo, mats), descriptors(reference, mats), nearest, NEIGHBOURS);
            List<Match> kept = new ArrayList<>();
            for (MatOfDMatch row : nearest) {
                DMatch[] candidates = mats.own(row).toArray();
                if (candidates.length == NEIGHBOURS && stands(candidates, reference)) {
                    kept.add(Match.of(reference, candidates[0].trainIdx, photo, candidates[0].queryIdx));
                }
            }
            return kept;
        }
    }

    private boolean stands(DMatch[] candidates, Features reference) {
        int best = candidates[0].trainIdx;
        for (int k = 1; k < candidates.length; k++) {
            int other = candidates[k].trainIdx;
            double apart = Math.hypot(reference.x(best) - reference.x(other), reference.y(best) - reference.y(other));
            if (apart > SAME_SPOT * reference.size(best)) {
                return candidates[0].distance < settings.ratio() * candidates[k].distance;
            }
        }
        return true;
    }

    private static Mat descriptors(Features features, MatScope mats) {
        Mat bytes = mats.mat(
                new org.opencv.core.Size(Features.LENGTH, features.count()),
                CvType.CV_8UC1,
                org.opencv.core.Scalar.all(0));
        bytes.put(0, 0, features.descriptors());
        Mat floats = mats.mat();
        bytes.convertTo(floats, CvType.CV_32F);
        return floats;
    }

    /** Indexes of the strongest features of a kind, picked by turns from the cells of a grid over them. */
    private int[] strongest(Features features, byte kind) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int k = 0; k < features.count(); k++) {
            left = Math.min(left, features.x(k));
            right = Math.max(right, features.x(k));
            top = Math.min(top, features.y(k));
            bottom = Math.max(bottom, features.y(k));
        }
        int[] inCell = new int[SPREAD * SPREAD];
        long[] order = new long[features.count()];
        int count = 0;
        for (int k = 0; k < features.count(); k++) {
            if (features.kind(k) == kind) {
                int col = (int) Math.min(SPREAD - 1, SPREAD * (features.x(k) - left) / Math.max(1, right - left));
                int row = (int) Math.min(SPREAD - 1, SPREAD * (features.y(k) - top) / Math.max(1, bottom - top));
                // Features come strongest first: the rank within the cell decides, then the strength overall.
                order[count++] = ((long) inCell[row * SPREAD + col]++ << 32) | k;
            }
        }
        Arrays.sort(order, 0, count);
        int[] picked = new int[Math.min(count, settings.strongest())];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = (int) order[k];
        }
        return picked;
    }
}
