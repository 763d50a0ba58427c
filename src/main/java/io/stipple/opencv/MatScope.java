package io.stipple.opencv;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;

/**
 * Owns the Mats of one step and frees them, newest first, when the step ends.
 *
 * <p>OpenCV's Java Mat frees its pixels only in {@code finalize()}, which the collector sees as 100 bytes and puts
 * off: 522 unreleased 12-megapixel Mats stood at 18 GB. So every Mat belongs to a scope, or to a caller it was
 * {@linkplain #keep handed over} to.
 */
public final class MatScope implements AutoCloseable {
    static {
        OpenCv.load();
    }

    private final Deque<Mat> owned = new ArrayDeque<>();

    /** Takes {@code mat} into this scope and returns it. */
    public <M extends Mat> M own(M mat) {
        owned.push(mat);
        return mat;
    }

    /** A new empty Mat, owned by this scope. */
    public Mat mat() {
        return own(new Mat());
    }

    /** A new Mat of the given size and OpenCV type with every element {@code value}, owned by this scope. */
    public Mat mat(Size size, int type, Scalar value) {
        return own(new Mat(size, type, value));
    }

    /** Releases {@code mat} now, for a large intermediate that would otherwise live until the scope closes. */
    public void free(Mat mat) {
        owned.removeIf(held -> held == mat);
        mat.release();
    }

    /** Takes {@code mat} out of this scope: from here on the caller frees it. */
    public <M extends Mat> M keep(M mat) {
        owned.removeIf(held -> held == mat);
        return mat;
    }

    /** Frees every owned Mat, newest first; closing twice does nothing. */
    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().release();
        }
    }
}
