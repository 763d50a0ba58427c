package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntreatedControlTest {
    private final UntreatedControl control = control(new Mark(dot(50, 50, 0.3, 0.02), Mark.Kind.PALE, false));

    @Test
    void what_was_there_before_is_no_pigment() {
        assertThat(left(dot(50.4, 50.3, 0.32, 0.022))).isEmpty();
    }

    @Test
    void pigment_placed_on_an_old_mark_is_darker_and_stays() {
        assertThat(left(dot(50.4, 50.3, 0.5, 0.07))).hasSize(1);
    }

    @Test
    void a_dot_beside_an_old_mark_stays() {
        // 2 px are 0.2 mm, twice the gate at this residual.
        assertThat(left(dot(52, 50, 0.3, 0.02))).hasSize(1);
    }

    @Test
    void a_stub_where_hair_grew_is_hair_although_it_is_longer_now() {
        var hair = control(new Mark(dot(50, 50, 0.3, 0.02), Mark.Kind.STROKE, false));
        assertThat(left(hair, dot(51.5, 50, 0.5, 0.035))).isEmpty();
    }

    @Test
    void a_dot_that_falls_on_a_hair_is_darker_and_stays() {
        var hair = control(new Mark(dot(50, 50, 0.3, 0.02), Mark.Kind.STROKE, false));
        assertThat(left(hair, dot(51.5, 50, 0.5, 0.045))).hasSize(1);
    }

    @Test
    void nothing_on_a_mole_can_be_told() {
        var mole = control(new Mark(dot(50, 50, 0.8, 0.3), Mark.Kind.MOLE, false));
        assertThat(left(mole, dot(56, 50, 0.5, 0.08))).isEmpty();
        assertThat(left(mole, dot(59, 50, 0.5, 0.08))).hasSize(1);
    }

    private static UntreatedControl control(Mark mark) {
        return new UntreatedControl(List.of(mark), PixelMap.identity(), 0.01);
    }

    private List<Dot> left(Dot dot) {
        return left(control, dot);
    }

    private static List<Dot> left(UntreatedControl control, Dot dot) {
        return control.remove(List.of(dot), PixelMap.identity(), 0.02, false, ScalpGeometry.flat(10));
    }

    private static Dot dot(double x, double y, double diameterMm, double pigmentMm2) {
        return new Dot(new PointPx(x, y), diameterMm, 0.3, pigmentMm2, 0.001, 10, 0.9);
    }
}
