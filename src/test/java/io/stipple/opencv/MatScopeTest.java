package io.stipple.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;

class MatScopeTest {
    @Test
    void closingFreesAllThatIsOwnedAndClosingAgainDoesNothing() {
        MatScope mats = new MatScope();
        Mat one = mats.mat(new Size(4, 4), 0, Scalar.all(7));

        mats.close();
        mats.close();

        assertThat(one.empty()).isTrue();
    }

    @Test
    void aMatHandedOverOutlivesTheScope() {
        Mat kept;
        try (MatScope mats = new MatScope()) {
            kept = mats.keep(mats.mat(new Size(4, 4), 0, Scalar.all(7)));
        }
        assertThat(kept.get(3, 3)[0]).isEqualTo(7);
        kept.release();
    }

    @Test
    void freeingEarlyFreesOnlyThatOne() {
        try (MatScope mats = new MatScope()) {
            Mat one = mats.mat(new Size(4, 4), 0, Scalar.all(7));
            Mat other = mats.mat(new Size(4, 4), 0, Scalar.all(9));

            mats.free(one);

            assertThat(one.empty()).isTrue();
            assertThat(other.get(0, 0)[0]).isEqualTo(9);
        }
    }
}
