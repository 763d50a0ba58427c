package io.stipple.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.stipple.model.AdviceKind;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Fate;
import io.stipple.model.HairlineVerdict;
import io.stipple.model.Interval;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.Stage;
import io.stipple.model.ToneTie;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How the model's records look in JSON, so that the model itself need not know of it. */
final class RecordModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** More than any figure is known to, so that nothing is lost by it. */
    private static final int DIGITS = 7;

    private static final int POSITION_PLACES = 3;

    RecordModule() {
        super("stipple-record");
        addSerializer(Double.class, new RoundedSerializer());
        addSerializer(Double.TYPE, new RoundedSerializer());
        addSerializer(Stage.class, new StageSerializer());
        addDeserializer(Stage.class, new StageDeserializer());
        addSerializer(PointPx.class, new PointSerializer());
        addDeserializer(PointPx.class, new PointDeserializer());
        addSerializer(Interval.class, new IntervalSerializer());
        addDeserializer(Interval.class, new IntervalDeserializer());
        addSerializer(TrackedDot.class, new TrackedDotJson.Serializer());
        addDeserializer(TrackedDot.class, new TrackedDotJson.Deserializer());
        setMixInAnnotation(AdviceKind.class, ContractWord.class);
        setMixInAnnotation(HairlineVerdict.class, ContractWord.class);
        setMixInAnnotation(ChangeKind.class, ContractWord.class);
        setMixInAnnotation(ChangeVerdict.class, ContractWord.class);
        setMixInAnnotation(Fate.class, ContractWord.class);
        setMixInAnnotation(RegistrationVerdict.class, ContractWord.class);
        setMixInAnnotation(ToneTie.class, ContractWord.class);
        setMixInAnnotation(Verdict.class, ContractWord.class);
    }

    /** Enums stand in the file by the contract's word for them, as in the CSV files. */
    private interface ContractWord {
        @JsonValue
        String word();
    }

    private static final class RoundedSerializer extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (Double.isFinite(value)) {
                out.writeNumber(Decimals.significant(value, DIGITS));
            } else {
                throw new IllegalArgumentException("a figure is " + value + ", not a finite number");
            }
        }
    }

    private static final class StageSerializer extends ValueSerializer<Stage> {
        @Override
        public void serialize(Stage stage, JsonGenerator out, SerializationContext context) {
            out.writeString(stage.name());
        }
    }

    private static final class StageDeserializer extends ValueDeserializer<Stage> {
        private static final Pattern NUMBERED = Pattern.compile("(session|follow-up)-([1-9][0-9]{0,3})(-settled)?");

        @Override
        public Stage deserialize(JsonParser in, DeserializationContext context) {
            String name = in.getValueAsString("");
            if (name.equals("before")) {
                return Stage.BEFORE;
            }
            if (name.equals("result")) {
                return Stage.RESULT;
            }
            Matcher numbered = NUMBERED.matcher(name);
            if (!numbered.matches()) {
                throw context.weirdStringException(name, Stage.class, "not the name of a stage");
            }
            int number = Integer.parseInt(numbered.group(2));
            boolean settled = numbered.group(3) != null;
            if (numbered.group(1).equals("session")) {
                return settled ? Stage.settled(number) : Stage.session(number);
            }
            if (settled) {
                throw context.weirdStringException(name, Stage.class, "not the name of a stage");
            }
            return Stage.followUp(number);
        }
    }

    private static final class PointSerializer extends ValueSerializer<PointPx> {
        @Override
        public void serialize(PointPx point, JsonGenerator out, SerializationContext context) {
            out.writeRawValue("[" + Decimals.fixed(point.x(), POSITION_PLACES) + ", "
                    + Decimals.fixed(point.y(), POSITION_PLACES) + "]");
        }
    }

    private static final class PointDeserializer extends ValueDeserializer<PointPx> {
        @Override
        public PointPx deserialize(JsonParser in, DeserializationContext context) {
            ValueRow row = new ValueRow(in, context, PointPx.class);
            PointPx point = new PointPx(row.number(), row.number());
            row.end();
            return point;
        }
    }

    private static final class IntervalSerializer extends ValueSerializer<Interval> {
        @Override
        public void serialize(Interval interval, JsonGenerator out, SerializationContext context) {
            out.writeRawValue("[" + end(interval.lo()) + ", " + end(interval.hi()) + "]");
        }

        private static String end(double value) {
            return Double.isInfinite(value) ? "null" : Decimals.significant(value, DIGITS);
        }
    }

    private static final class IntervalDeserializer extends ValueDeserializer<Interval> {
        @Override
        public Interval deserialize(JsonParser in, DeserializationContext context) {
            ValueRow row = new ValueRow(in, context, Interval.class);
            double lo = row.numberOr(Double.NEGATIVE_INFINITY);
            double hi = row.numberOr(Double.POSITIVE_INFINITY);
            row.end();
            return new Interval(lo, hi);
        }
    }
}
