package io.averment.ingest.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.averment.ingest.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads submissions from bytes, and reads them strictly: what is malformed is refused, never repaired, for whatever is
 * let in stays in the record. Thread-safe.
 */
@ApplicationScoped
class SubmissionReader {
    private static final String MALFORMED = "The body must be well-formed UTF-8.";

    private final ObjectReader json = strict().readerFor(Submission.class);

    /** Reads the UTF-8 JSON of one submission and then the submission itself. */
    Reading read(ByteBuffer body) {
        var text = decode(body);
        return text.isPresent() ? readJson(text.get()) : new Reading.Refused(ProblemType.INVALID_TEXT, MALFORMED);
    }

    /** Reads a submission whose body is UTF-8 text. */
    Reading read(Submission fields, ByteBuffer body) {
        return decode(body)
                .map(text -> Reading.of(new Submission(
                        fields.outlet(),
                        fields.address(),
                        fields.externalId(),
                        fields.headline(),
                        text,
                        fields.publishedAt(),
                        fields.language(),
                        fields.lane())))
                .orElseGet(() -> new Reading.Refused(ProblemType.INVALID_TEXT, MALFORMED));
    }

    private Reading readJson(String text) {
        try {
            Submission submission = json.readValue(text);
            return submission == null ? notAnObject() : Reading.of(submission);
        } catch (JsonMappingException e) {
            return new Reading.Refused(ProblemType.INVALID_JSON, place(e));
        } catch (JacksonException e) {
            return new Reading.Refused(ProblemType.INVALID_JSON, "The JSON is malformed" + at(e) + ".");
        }
    }

    private static Reading notAnObject() {
        return new Reading.Refused(ProblemType.INVALID_JSON, "A report is a JSON object.");
    }

    /** Says where, never what: the parser's own words quote the input and name classes. */
    private static String place(JsonMappingException failure) {
        var path = failure.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(String::valueOf)
                .limit(2)
                .map(name -> name.length() > 40 ? name.substring(0, 40) : name)
                .collect(Collectors.joining("."));
        return path.isEmpty()
                ? "A report is a JSON object" + at(failure) + "."
                : "The field \"" + path + "\" is unknown, given twice or not a string" + at(failure) + ".";
    }

    private static String at(JacksonException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Optional<String> decode(ByteBuffer body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(body).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static JsonMapper strict() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .build();
    }
}
