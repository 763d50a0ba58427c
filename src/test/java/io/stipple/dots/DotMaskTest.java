package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ScalpGeometry;
import org.junit.jupiter.api.Test;

class DotMaskTest {
    @Test
    void covers_every_dot_and_grows_with_the_margin() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(300, 3).dots(120, 0.5, 0.4, 0.8);
        try (var photo = scalp.photo(1, 0.02, 1);
                var everywhere = scalp.everywhere();
                var field = new DotFinder(DotSettings.defaults())
                        .find(photo, everywhere, ScalpGeometry.flat(SyntheticScalp.PX_PER_MM));
                var tight = DotMask.of(field, 0);
                var wide = DotMask.of(field, 2)) {
            assertThat(wide.areaPx()).isGreaterThan(tight.areaPx());
            byte[] pixel = new byte[1];
            for (var dot : field.dots()) {
                tight.pixels()
                        .get(
                                (int) Math.round(dot.centre().y()),
                                (int) Math.round(dot.centre().x()),
                                pixel);
                assertThat(pixel[0]).isNotZero();
            }
        }
    }
}
