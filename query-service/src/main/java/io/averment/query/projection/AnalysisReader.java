package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.averment.query.record.Lane;
import io.averment.query.record.RuleBrokenException;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads analysis-completed messages, tolerantly where the contract may grow (unknown fields and values) and strictly where
 * the record would be wrong. Thread-safe; costs time and memory linear in the size of the message.
 */
@ApplicationScoped
class AnalysisReader {
    static final String TYPE = "io.averment.analysis.completed.v1";
    private static final String SPEC_VERSION = "1.0";
    private static final int LONGEST_CE_ID = 200;

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(String.class, new SafeStrings()))
            .build();

    /**
     * Binds and checks a message.
     *
     * @throws DeadMessageException when it can never be applied
     */
    AnalysisCompleted read(Envelope envelope, byte @Nullable [] body) {
        requireHeader(envelope, "ce_specversion", SPEC_VERSION);
        requireHeader(envelope, "ce_type", TYPE);
        Tenant tenant = envelope.header("ce_tenant")
                .filter(Tenant::isName)
                .map(Tenant::new)
                .orElseThrow(() -> unreadable("the header ce_tenant is missing or not a tenant's name"));
        String ceId = envelope.header("ce_id")
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_CE_ID && id.indexOf('\0') < 0)
                .orElseThrow(() -> unreadable("the header ce_id is missing, blank or too long"));
        Lane lane = envelope.header("ce_lane")
                .flatMap(Lane::ofLabel)
                .orElseThrow(() -> unreadable("the header ce_lane is missing or not a lane"));
        if (body == null) {
            throw unreadable("the message has no body");
        }
        try {
            AnalysisCompleted analysis =
                    new AnalysisCompleted(tenant, ceId, lane, new MessageBinding(bind(decode(body))).article());
            String articleId = analysis.article().id().toString();
            if (!articleId.equals(envelope.key())
                    || !articleId.equals(envelope.header("ce_subject").orElse(articleId))) {
                throw ruleBroken("the key or the header ce_subject is not the article's id");
            }
            return analysis;
        } catch (RuleBrokenException broken) {
            throw ruleBroken(broken.rule());
        }
    }

    private static void requireHeader(Envelope envelope, String name, String value) {
        if (!envelope.header(name).map(value::equals).orElse(false)) {
            throw unreadable("the header " + name + " is not " + value);
        }
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

    /** Jackson's own words may quote the body, so only the place is told. */
    private AnalysisCompletedMessage bind(String json) {
        try {
            AnalysisCompletedMessage message = mapper.readValue(json, AnalysisCompletedMessage.class);
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
}
