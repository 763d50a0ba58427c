package io.stipple.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewRecordTest {
    @Test
    void figuresAreMadeOfWhatAPhotoShowsByItself() {
        TrackedDot found = dot(1, false);
        TrackedDot recovered = dot(2, true);
        ViewRecord view = new ViewRecord(
                "top",
                Stage.BEFORE,
                List.of(),
                false,
                null,
                null,
                Map.of("session-1", List.of(found, recovered)),
                Map.of(),
                Map.of(),
                Map.of());

        assertThat(view.countedDots()).containsExactly(entry("session-1", List.of(found)));
        assertThat(view.dots()).containsExactly(entry("session-1", List.of(found, recovered)));
    }

    private static TrackedDot dot(int track, boolean recovered) {
        PointPx at = new PointPx(10 * track, 20);
        return new TrackedDot(track, new Dot(at, 0.4, 0.3, 0.03, 0.001, 9, 1), at, "frontal", Fate.NEW, recovered);
    }
}
