package io.stipple.registration;

import io.stipple.model.PointPx;

/**
 * Key points of one photo and what their surroundings look like; holds numbers only.
 */
final class Features {
    /** Length of a SIFT descriptor. */
    static final int LENGTH = 128;

    /** Textures that features are found in: with dots, without, tint. */
    static final int KINDS = 3;

    private final float[] x;
    private final float[] y;
    private final float[] size;
    private final float[] angleRad;
    private final byte[] kind;
    private final byte[] descriptors;

    /**
     * Takes the arrays over, one element for each feature.
     *
     * @param x px of the photo (or of what it was carried to)
     * @param y px
     * @param size diameter of the described patch, px
     * @param angleRad its orientation, from x towards y
     * @param kind which texture it was found in; only like kinds are compared
     * @param descriptors {@value #LENGTH} bytes each, 0..255
     */
    Features(float[] x, float[] y, float[] size, float[] angleRad, byte[] kind, byte[] descriptors) {
        int n = x.length;
        if (y.length != n
                || size.length != n
                || angleRad.length != n
                || kind.length != n
                || descriptors.length != n * LENGTH) {
            throw new IllegalArgumentException("features of unequal lengths, the first of " + n);
        }
        this.x = x;
        this.y = y;
        this.size = size;
        this.angleRad = angleRad;
        this.kind = kind;
        this.descriptors = descriptors;
    }

    float x(int k) {
        return x[k];
    }

    float y(int k) {
        return y[k];
    }

    float size(int k) {
        return size[k];
    }

    float angleRad(int k) {
        return angleRad[k];
    }

    byte kind(int k) {
        return kind[k];
    }

    /** All descriptors in a row; read only. */
    byte[] descriptors() {
        return descriptors;
    }

    int count() {
        return x.length;
    }

    /** Squared distance of the descriptors of two features. */
    int distance(int own, Features other, int theirs) {
        int sum = 0;
        int a = own * LENGTH;
        int b = theirs * LENGTH;
        for (int k = 0; k < LENGTH; k++) {
            int difference = (descriptors[a + k] & 0xff) - (other.descriptors[b + k] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }

    /** These features where the photo's map puts them on its reference. */
    Features carried(SplineMap map) {
        int n = count();
        float[] newX = new float[n];
        float[] newY = new float[n];
        float[] newSize = new float[n];
        float[] newAngle = new float[n];
        for (int k = 0; k < n; k++) {
            PointPx at = map.toReference(x[k], y[k]);
            SplineSurface.Jet jet = map.surface().at(at.x(), at.y());
            newX[k] = (float) at.x();
            newY[k] = (float) at.y();
            newSize[k] = (float) (size[k] / Math.sqrt(Math.max(1e-6, Math.abs(jet.determinant()))));
            newAngle[k] = (float) (angleRad[k] - turn(jet));
        }
        return new Features(newX, newY, newSize, newAngle, kind, descriptors);
    }

    /** By how much a map turns directions, radians. */
    static double turn(SplineSurface.Jet jet) {
        return Math.atan2(jet.yByX() - jet.xByY(), jet.xByX() + jet.yByY());
    }

    /** Those at the given indexes. */
    Features only(int[] keep) {
        int n = keep.length;
        float[] newX = new float[n];
        float[] newY = new float[n];
        float[] newSize = new float[n];
        float[] newAngle = new float[n];
        byte[] newKind = new byte[n];
        byte[] newDescriptors = new byte[n * LENGTH];
        for (int k = 0; k < n; k++) {
            newX[k] = x[keep[k]];
            newY[k] = y[keep[k]];
            newSize[k] = size[keep[k]];
            newAngle[k] = angleRad[keep[k]];
            newKind[k] = kind[keep[k]];
            System.arraycopy(descriptors, keep[k] * LENGTH, newDescriptors, k * LENGTH, LENGTH);
        }
        return new Features(newX, newY, newSize, newAngle, newKind, newDescriptors);
    }
}
