package io.stipple.report;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** A dot in {@code record.json}: one line of values, as a case may have 100,000 of them. */
final class TrackedDotJson {
    static final List<String> COLUMNS = List.of(
            "dot",
            "x_px",
            "y_px",
            "diameter_mm",
            "contrast",
            "pigment_mm2",
            "pigment_se_mm2",
            "snr",
            "axis_ratio",
            "x_ref_px",
            "y_ref_px",
            "region",
            "fate",
            "recovered");

    /** 1/1000 px is a twentieth of the best centring. */
    private static final int POSITION_PLACES = 3;

    /** Significant, not decimal, digits: a tiny value must not become a forbidden 0. */
    private static final int DIGITS = 5;

    private static final Map<String, Fate> FATES =
            Arrays.stream(Fate.values()).collect(Collectors.toMap(Fate::word, Function.identity()));

    private TrackedDotJson() {}

    static final class Serializer extends ValueSerializer<TrackedDot> {
        @Override
        public void serialize(TrackedDot tracked, JsonGenerator out, SerializationContext context) {
            Dot dot = tracked.dot();
            StringBuilder line = new StringBuilder(128).append('[').append(tracked.track());
            position(line, dot.centre());
            figure(line, dot.diameterMm());
            figure(line, dot.contrast());
            figure(line, dot.pigmentMm2());
            figure(line, dot.pigmentSeMm2());
            figure(line, dot.snr());
            figure(line, dot.axisRatio());
            position(line, tracked.reference());
            text(line, tracked.region());
            text(line, tracked.fate().word());
            out.writeRawValue(
                    line.append(',').append(tracked.recovered()).append(']').toString());
        }

        private static void position(StringBuilder line, PointPx point) {
            line.append(',').append(Decimals.fixed(point.x(), POSITION_PLACES));
            line.append(',').append(Decimals.fixed(point.y(), POSITION_PLACES));
        }

        private static void figure(StringBuilder line, double value) {
            line.append(',').append(Decimals.significant(value, DIGITS));
        }

        private static void text(StringBuilder line, @Nullable String value) {
            line.append(',');
            if (value == null) {
                line.append("null");
            } else {
                line.append('"')
                        .append(JsonStringEncoder.getInstance().quoteAsCharArray(value))
                        .append('"');
            }
        }
    }

    static final class Deserializer extends ValueDeserializer<TrackedDot> {
        @Override
        public TrackedDot deserialize(JsonParser in, DeserializationContext context) {
            ValueRow row = new ValueRow(in, context, TrackedDot.class);
            int track = row.count();
            PointPx centre = new PointPx(row.number(), row.number());
            Dot dot =
                    new Dot(centre, row.number(), row.number(), row.number(), row.number(), row.number(), row.number());
            PointPx reference = new PointPx(row.number(), row.number());
            String region = row.textOrNull();
            String word = row.textOrNull();
            boolean recovered = row.truth();
            row.end();
            Fate fate = word == null ? null : FATES.get(word);
            if (fate == null) {
                throw context.weirdStringException(String.valueOf(word), Fate.class, "not the fate of a dot");
            }
            return new TrackedDot(track, dot, reference, region, fate, recovered);
        }
    }
}
