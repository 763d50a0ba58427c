package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionCompletenessTest {
    // Sums worked by hand: nothing but rounding may differ.
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static final ArtificialDots UNKNOWN = new ArtificialDots(0.5, 0.02);
    private static final ArtificialDots KNOWN = new ArtificialDots(0.8, 0.02);

    @Test
    void known_and_new_dots_are_each_counted_by_their_own_completeness() {
        RegionCompleteness found = RegionCompleteness.of(50, UNKNOWN, at(100, KNOWN), null);

        // 100 / 0.8 + 50 / 0.5 = 125 + 100 dots are there.
        assertThat(found.ofAll().completeness()).isCloseTo(150 / 225.0, ROUNDING);
        assertThat(found.ofKnown()).isEqualTo(KNOWN);
        // Known ones were shown before, found again or not; of the 100 new ones 50 are still to be shown.
        assertThat(found.everShown().completeness()).isCloseTo(1 - (100 - 50) / 225.0, ROUNDING);
    }

    @Test
    void each_kind_adds_to_the_error_by_its_number() {
        RegionCompleteness found = RegionCompleteness.of(50, UNKNOWN, at(100, KNOWN), null);

        double known = 125 * 0.02 / 0.8; // 3.125 dots
        double fresh = 100 * 0.02 / 0.5; // 4 dots
        assertThat(found.ofAll().standardError()).isCloseTo(150 / 225.0 * Math.hypot(known, fresh) / 225, ROUNDING);
        assertThat(found.everShown().standardError()).isCloseTo(fresh / 225, ROUNDING);
    }

    @Test
    void without_a_new_dot_the_known_ones_tell_all() {
        RegionCompleteness found = RegionCompleteness.of(0, UNKNOWN, at(100, KNOWN), null);

        assertThat(found.ofAll().completeness()).isCloseTo(0.8, ROUNDING);
        assertThat(found.ofAll().standardError()).isCloseTo(0.02, ROUNDING);
        assertThat(found.everShown().completeness()).isEqualTo(1);
    }

    @Test
    void a_settled_photo_takes_what_is_there_from_the_fresh_one() {
        ArtificialDots fresh = new ArtificialDots(0.75, 0.03);

        RegionCompleteness found = RegionCompleteness.of(20, UNKNOWN, at(120, KNOWN), fresh);

        // 120 / 0.8 = 150 known dots are three quarters of what is there, 200; 140 of them are found.
        assertThat(found.ofAll().completeness()).isCloseTo(0.7, ROUNDING);
        assertThat(found.ofAll().standardError()).isCloseTo(0.7 * Math.hypot(0.02 / 0.8, 0.03 / 0.75), ROUNDING);
        assertThat(found.ofKnown()).isEqualTo(KNOWN);
        assertThat(found.everShown()).isEqualTo(fresh);
    }

    @Test
    void no_more_than_all_are_found_in_a_settled_photo() {
        // 80 / 0.8 / 0.9 = 111 dots would be there, and 180 are seen.
        RegionCompleteness found = RegionCompleteness.of(100, UNKNOWN, at(80, KNOWN), new ArtificialDots(0.9, 0.02));

        assertThat(found.ofAll().completeness()).isEqualTo(1);
    }

    @Test
    void a_fresh_photo_that_showed_nothing_tells_nothing() {
        RegionCompleteness found = RegionCompleteness.of(50, UNKNOWN, at(100, KNOWN), new ArtificialDots(0, 0.01));

        assertThat(found).isEqualTo(RegionCompleteness.of(50, UNKNOWN, at(100, KNOWN), null));
    }

    @Test
    void where_no_place_was_known_the_share_at_unknown_ones_holds() {
        assertThat(RegionCompleteness.of(50, UNKNOWN, null, null))
                .isEqualTo(new RegionCompleteness(UNKNOWN, null, UNKNOWN, null, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8, 0.5", "100, 0, 0.5", "100, 0.8, 0"})
    void a_count_or_a_share_of_zero_divides_nothing(int knownDots, double atKnown, double atUnknown) {
        ArtificialDots unknown = new ArtificialDots(atUnknown, 0.02);
        ArtificialDots known = new ArtificialDots(atKnown, 0.02);

        assertThat(RegionCompleteness.of(50, unknown, at(knownDots, known), null))
                .isEqualTo(new RegionCompleteness(unknown, known, unknown, null, 0));
    }

    @Test
    void empty_places_that_pass_for_dots_are_not_counted() {
        // 150 of 200 places hold a dot, 0.8 of which are found; 0.1 of the 50 empty ones pass for one.
        var known = new RegionCompleteness.KnownPlaces(200, 125, KNOWN, new ArtificialDots(0.1, 0.02));

        RegionCompleteness found = RegionCompleteness.of(0, UNKNOWN, known, null);

        assertThat(found.falseDots()).isCloseTo(5, ROUNDING);
        // 120 true ones of 150: density takes the false ones off before it divides.
        assertThat(found.ofAll().completeness()).isCloseTo(0.8, ROUNDING);
    }

    @Test
    void where_every_place_holds_a_dot_none_is_false() {
        var known = new RegionCompleteness.KnownPlaces(150, 125, KNOWN, new ArtificialDots(0.1, 0.02));

        assertThat(RegionCompleteness.of(0, UNKNOWN, known, null).falseDots()).isZero();
    }

    private static RegionCompleteness.KnownPlaces at(int dots, ArtificialDots full) {
        return new RegionCompleteness.KnownPlaces(200, dots, full, null);
    }
}
