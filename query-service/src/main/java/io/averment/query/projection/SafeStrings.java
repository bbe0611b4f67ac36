package io.averment.query.projection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.averment.query.record.RuleBrokenException;
import java.io.IOException;

/** Reads strings, and nothing else as a string. Refuses what no text column takes: NUL and lone surrogates. */
final class SafeStrings extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    SafeStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw MismatchedInputException.from(parser, String.class, "not a string");
        }
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw new RuleBrokenException("a string contains NUL");
            }
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new RuleBrokenException("a string contains a lone surrogate");
            }
        }
        return text;
    }
}
