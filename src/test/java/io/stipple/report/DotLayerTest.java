package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotLayerTest {
    private static final Frame FRAME = new Frame(4000, 3000, 1000, 500, 2000, 1500);

    @Test
    void aDotIsItsPlaceInTheFrameAndItsFate() {
        String layer = DotLayer.encode(
                List.of(dot(1999.5, 1249.5, Fate.LAST_SEEN), dot(2999.5, 499.5, Fate.NEW)), List.of(), FRAME);

        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(layer)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.remaining()).isEqualTo(10);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(32_768);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(32_768);
        assertThat(bytes.get()).isEqualTo((byte) 2);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(65_535);
        assertThat(bytes.getShort()).isZero();
        assertThat(bytes.get()).isZero();
    }

    @Test
    void aDotOutsideTheFrameIsLeftOut() {
        assertThat(DotLayer.encode(List.of(dot(3200, 900, Fate.KEPT)), List.of(), FRAME))
                .isEmpty();
    }

    private static TrackedDot dot(double x, double y, Fate fate) {
        PointPx place = new PointPx(x, y);
        return new TrackedDot(1, new Dot(place, 0.4, 0.3, 0.03, 0.001, 9, 1), place, null, fate);
    }
}
