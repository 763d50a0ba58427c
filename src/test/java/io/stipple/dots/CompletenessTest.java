package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.ScalpGeometry;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(SyntheticScalp.PX_PER_MM);

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.04})
    void corrects_the_count_to_the_truth(double noise) throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(500, 9).dots(450, 0.36, 0.22, 0.5);
        var finder = new DotFinder(DotSettings.defaults());
        try (var photo = scalp.photo(1.1, noise, 0.8);
                var mask = scalp.everywhere();
                var field = finder.find(photo, mask, FLAT)) {
            CompletenessResult result = new Completeness(finder)
                    .measure(field, Map.of("all", mask), FLAT, at -> true, 4)
                    .get("all");
            assertThat(result.injected()).isGreaterThanOrEqualTo(200);
            double corrected = field.dots().size() / result.completeness();
            // 450 dots and 220 artificial ones, each with a binomial error of about 2 %: three of both together.
            assertThat(corrected / scalp.truth.size()).isCloseTo(1, offset(0.06));
        }
    }
}
