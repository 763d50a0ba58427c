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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DotLayerTest {
    private static final Frame FRAME = new Frame(4000, 3000, 1000, 500, 2000, 1500);

    @Test
    void aDotIsItsPlaceInTheFrameAndItsFate() {
        String layer = DotLayer.encode(
                List.of(dot(1999.5, 1249.5, "frontal", Fate.LAST_SEEN), dot(2999.5, 499.5, null, Fate.NEW)),
                List.of(),
                List.of("vertex", "frontal"),
                FRAME);

        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(layer)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.remaining()).isEqualTo(16);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(32_768);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(32_768);
        assertThat(bytes.get()).as("last seen").isEqualTo((byte) 2);
        assertThat(bytes.get()).as("frontal").isEqualTo((byte) 1);
        assertThat(bytes.get()).as("contrast 0.3 in 1/250").isEqualTo((byte) 75);
        assertThat(bytes.get()).as("diameter 0.4 mm in 1/100").isEqualTo((byte) 40);
        assertThat(Short.toUnsignedInt(bytes.getShort())).isEqualTo(65_535);
        assertThat(bytes.getShort()).isZero();
        assertThat(bytes.get()).as("new").isZero();
        assertThat(Byte.toUnsignedInt(bytes.get())).as("no region").isEqualTo(255);
    }

    @Test
    void aRecoveredDotIsShownAndBelongsToNoRegionsFigures() {
        TrackedDot found = dot(1999.5, 1249.5, "frontal", Fate.NEW);
        TrackedDot recovered = new TrackedDot(1, found.dot(), found.reference(), "frontal", Fate.NEW, true);

        byte[] bytes = Base64.getDecoder()
                .decode(DotLayer.encode(List.of(recovered), List.of(), List.of("vertex", "frontal"), FRAME));

        assertThat(bytes).hasSize(8);
        assertThat(Byte.toUnsignedInt(bytes[5])).as("no region").isEqualTo(255);
    }

    @Test
    void aDotOutsideTheFrameIsLeftOut() {
        assertThat(DotLayer.encode(List.of(dot(3200, 900, null, Fate.KEPT)), List.of(), List.of(), FRAME))
                .isEmpty();
    }

    private static TrackedDot dot(double x, double y, @Nullable String region, Fate fate) {
        PointPx place = new PointPx(x, y);
        return new TrackedDot(1, new Dot(place, 0.4, 0.3, 0.03, 0.001, 9, 1), place, region, fate, false);
    }
}
