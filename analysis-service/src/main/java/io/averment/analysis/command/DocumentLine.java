package io.averment.analysis.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.averment.analysis.command.LineFault.Code;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.TextFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document as a line of JSON gives it.
 *
 * @param id what the sender calls it; null if it has no name, or none that can be repeated
 * @param fields the fields of text that are there, by name
 * @param misshapen the first field that is not what it must be; null if each is
 */
record DocumentLine(
        @Nullable Identifier id,
        Map<String, String> fields,
        @Nullable String misshapen) {

    private static final String ID = "id";
    private static final String HEADLINE = "headline";
    private static final String BODY = "body";
    private static final String TEXT = "text";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String OUTLET = "outlet";
    private static final String LANGUAGE = "language";
    private static final Set<String> FIELDS = Set.of(HEADLINE, BODY, TEXT, PUBLISHED_AT, OUTLET, LANGUAGE);

    private static final int LONGEST_ID = 1000;
    private static final int LONGEST_OUTLET = 200;
    private static final int LONGEST_LANGUAGE = 35;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    DocumentLine {
        fields = Map.copyOf(fields);
    }

    /** The sender's name for a document, a text or a whole number, which is repeated as it came. */
    sealed interface Identifier {

        record Text(String value) implements Identifier {}

        record WholeNumber(long value) implements Identifier {}
    }

    /** Reads a line. Linear. */
    static DocumentLine read(byte[] line) throws LineFault {
        try (JsonParser parser = JSON.createParser(decode(line))) {
            DocumentLine document = readObject(parser);
            if (parser.nextToken() == null) {
                return document;
            }
        } catch (IOException e) {
            // Its message quotes the line.
        }
        throw notJson();
    }

    private static LineFault notJson() {
        return new LineFault(
                Code.INVALID_JSON,
                "The line is not one JSON object with fields such as id, headline, body, text, publishedAt, outlet, language.");
    }

    private static String decode(byte[] line) throws LineFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LineFault(Code.INVALID_TEXT, "The line is not text in UTF-8.");
        }
    }

    private static DocumentLine readObject(JsonParser parser) throws IOException, LineFault {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notJson();
        }
        Identifier id = null;
        Map<String, String> fields = new HashMap<>();
        String misshapen = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            boolean good = true;
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            if (name.equals(ID)) {
                id = identifier(parser, value);
                good = id != null;
            } else if (FIELDS.contains(name)) {
                good = value == JsonToken.VALUE_STRING;
                if (good) {
                    fields.put(name, parser.getText());
                }
            }
            if (!good && misshapen == null) {
                misshapen = name;
            }
            parser.skipChildren();
        }
        return new DocumentLine(id, fields, misshapen);
    }

    private static @Nullable Identifier identifier(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new Identifier.WholeNumber(parser.getLongValue());
        }
        if (value == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            return isShortText(text, LONGEST_ID) ? new Identifier.Text(text) : null;
        }
        return null;
    }

    private static boolean isShortText(String value, int longest) {
        return value.length() <= longest && TextFault.of(value).isEmpty();
    }

    /**
     * The report to analyse.
     *
     * @param outlet for a document that names none
     * @param publishedAt for a document that has none
     */
    Report report(@Nullable String outlet, @Nullable String publishedAt) throws LineFault {
        if (misshapen != null) {
            throw new LineFault(
                    Code.INVALID_REQUEST,
                    misshapen.equals(ID)
                            ? "id is neither a text of 1 to " + LONGEST_ID
                                    + " characters nor a whole number of 64 bits."
                            : misshapen + " is not a text.");
        }
        String text = fields.get(TEXT);
        String headline = fields.get(HEADLINE);
        String body = fields.get(BODY);
        if (text != null && (headline != null || body != null)) {
            throw new LineFault(Code.INVALID_REQUEST, "Give either text, or headline and body, not both.");
        }
        requireShort(OUTLET, LONGEST_OUTLET);
        requireShort(LANGUAGE, LONGEST_LANGUAGE);
        String date = fields.getOrDefault(PUBLISHED_AT, publishedAt);
        if (date != null && !PublicationDate.isValid(date)) {
            throw new LineFault(
                    Code.INVALID_REQUEST,
                    "publishedAt is neither a date like 2025-08-18 nor an instant like 2025-08-18T09:30:00+03:00.");
        }
        String whole = text == null ? Report.textOf(headline, body) : text;
        requireReadable(whole, text == null ? body : text);
        int headlineEnd = headline == null ? 0 : headline.length();
        return new Report(whole, headlineEnd, fields.getOrDefault(OUTLET, outlet), fields.get(LANGUAGE), date);
    }

    private void requireShort(String name, int longest) throws LineFault {
        String value = fields.get(name);
        if (value != null && !isShortText(value, longest)) {
            throw new LineFault(Code.INVALID_REQUEST, name + " is not a text of 1 to " + longest + " characters.");
        }
    }

    private static void requireReadable(String whole, @Nullable String body) throws LineFault {
        Optional<TextFault> fault = TextFault.of(whole);
        if (fault.isPresent()) {
            throw switch (fault.get()) {
                case EMPTY -> new LineFault(Code.EMPTY_TEXT, "There is no text, nor headline or body.");
                case TOO_LONG ->
                    new LineFault(
                            Code.TEXT_TOO_LONG,
                            "A text has at most " + Report.MAX_CODE_POINTS + " Unicode code points.");
                case NUL -> new LineFault(Code.INVALID_TEXT, "The text holds a NUL character.");
                case LONE_SURROGATE -> new LineFault(Code.INVALID_TEXT, "The text holds half of a surrogate pair.");
            };
        }
        if (body != null && Markup.isIn(body)) {
            throw new LineFault(Code.MARKUP, "The text is HTML or XML; give it as plain text, without tags.");
        }
    }
}
