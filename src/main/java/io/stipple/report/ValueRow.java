package io.stipple.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** Reads a JSON array of plain values from left to right; a value of the wrong kind fails with its place in the file. */
final class ValueRow {
    private final JsonParser in;
    private final DeserializationContext context;
    private final Class<?> target;

    /** Stands on the array's opening bracket. */
    ValueRow(JsonParser in, DeserializationContext context, Class<?> target) {
        this.in = in;
        this.context = context;
        this.target = target;
        require(in.currentToken() == JsonToken.START_ARRAY, JsonToken.START_ARRAY, "a row of values is expected");
    }

    double number() {
        JsonToken token = in.nextToken();
        require(token.isNumeric(), JsonToken.VALUE_NUMBER_FLOAT, "a number is expected");
        return in.getDoubleValue();
    }

    double numberOr(double ifNull) {
        JsonToken token = in.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return ifNull;
        }
        require(token.isNumeric(), JsonToken.VALUE_NUMBER_FLOAT, "a number or null is expected");
        return in.getDoubleValue();
    }

    int count() {
        require(in.nextToken() == JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_INT, "a whole number is expected");
        return in.getIntValue();
    }

    @Nullable
    String textOrNull() {
        JsonToken token = in.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        require(token == JsonToken.VALUE_STRING, JsonToken.VALUE_STRING, "a text or null is expected");
        return in.getString();
    }

    boolean truth() {
        JsonToken token = in.nextToken();
        require(
                token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE,
                JsonToken.VALUE_TRUE,
                "true or false is expected");
        return token == JsonToken.VALUE_TRUE;
    }

    void end() {
        require(in.nextToken() == JsonToken.END_ARRAY, JsonToken.END_ARRAY, "the row has too many values");
    }

    private void require(boolean met, JsonToken wanted, String message) {
        if (!met) {
            throw context.wrongTokenException(in, target, wanted, message);
        }
    }
}
