package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.unreadable;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.averment.query.record.RuleBrokenException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds the JSON of messages: unknown fields are skipped, and nothing is taken for what it is not. */
final class MessageBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(String.class, new SafeStrings()))
            .build();

    private MessageBody() {}

    /**
     * The body as a message of this type. Jackson's own words may quote the body, so only the place of a fault is told.
     *
     * @throws DeadMessageException when it is none
     * @throws RuleBrokenException when a string breaks the rule for text
     */
    static <T> T bind(byte @Nullable [] body, Class<T> type) {
        if (body == null) {
            throw unreadable("the message has no body");
        }
        try {
            T message = MAPPER.readValue(decode(body), type);
            if (message == null) {
                throw unreadable("the body is null");
            }
            return message;
        } catch (JsonParseException notJson) {
            throw unreadable("the body is not JSON");
        } catch (JsonMappingException illTyped) {
            if (illTyped.getCause() instanceof RuleBrokenException broken) {
                throw broken;
            }
            if (illTyped.getPath().isEmpty()) {
                throw unreadable("the body is not JSON, or not an object");
            }
            throw unreadable("the field " + place(illTyped) + " is not of its type");
        } catch (JsonProcessingException notJson) {
            throw unreadable("the body is not JSON");
        }
    }

    private static String place(JsonMappingException illTyped) {
        return illTyped.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw unreadable("the body is not UTF-8");
        }
    }
}
