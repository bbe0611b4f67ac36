package io.averment.analysis.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.TextFault;
import io.averment.analysis.messaging.DeadLetterException.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads article messages: CloudEvents headers in binary mode and the JSON body. Thread-safe. */
@ApplicationScoped
class ArticleReader {

    /** The event that this service understands. */
    static final String TYPE = "io.averment.article.accepted.v1";

    private static final String SPEC_VERSION = "1.0";
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    fields -> fields.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /**
     * Reads a message.
     *
     * @param headers by name; of a repeated header the last
     * @throws DeadLetterException if it can never be read, or breaks a rule
     */
    Article read(Map<String, String> headers, byte @Nullable [] body) {
        requireEqual(headers, "ce_specversion", SPEC_VERSION);
        requireEqual(headers, "ce_type", TYPE);
        String tenant = headers.get("ce_tenant");
        if (tenant == null) {
            throw new DeadLetterException(Code.UNREADABLE, "the header ce_tenant is missing");
        }
        ArticleAcceptedMessage message = bind(body);
        require(TENANT.matcher(tenant).matches(), "the header ce_tenant is not a tenant");
        return article(tenant, message);
    }

    private static void requireEqual(Map<String, String> headers, String name, String value) {
        if (!value.equals(headers.get(name))) {
            throw new DeadLetterException(Code.UNREADABLE, "the header " + name + " is not " + value);
        }
    }

    private ArticleAcceptedMessage bind(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw new DeadLetterException(Code.UNREADABLE, "there is no body");
        }
        ArticleAcceptedMessage message;
        try {
            message = json.readValue(body, ArticleAcceptedMessage.class);
        } catch (JsonProcessingException e) {
            // Jackson quotes what it could not read, so neither its message nor itself may go on.
            throw new DeadLetterException(Code.UNREADABLE, "the body is not JSON of the fields of an article");
        } catch (IOException e) {
            throw new DeadLetterException(Code.UNREADABLE, "the body is not JSON in UTF-8");
        }
        if (message == null) {
            throw new DeadLetterException(Code.UNREADABLE, "there is no body");
        }
        return message;
    }

    private static Article article(String tenant, ArticleAcceptedMessage message) {
        var id = present(message.articleId(), "articleId");
        int revision = present(message.revision(), "revision");
        String outlet = present(message.outlet(), "outlet");
        Instant acceptedAt = present(message.acceptedAt(), "acceptedAt");
        Instant firstAcceptedAt = present(message.firstAcceptedAt(), "firstAcceptedAt");
        String recordMonth = present(message.recordMonth(), "recordMonth");
        Optional<Lane> lane = Lane.ofLabel(present(message.lane(), "lane"));
        require(revision >= 1, "revision is below 1");
        require(!outlet.isBlank(), "outlet is blank");
        require(MONTH.matcher(recordMonth).matches(), "recordMonth is not a month");
        require(lane.isPresent(), "lane is not a lane");
        String publishedAt = message.publishedAt();
        require(publishedAt == null || PublicationDate.isValid(publishedAt), "publishedAt is not a date");
        String headline = message.headline() == null ? "" : message.headline();
        String text = Report.textOf(headline, message.body());
        TextFault.of(text).ifPresent(fault -> {
            throw new DeadLetterException(Code.RULE_BROKEN, "the text cannot be analysed, " + fault);
        });
        return new Article(
                id,
                revision,
                tenant,
                lane.orElseThrow(),
                recordMonth,
                firstAcceptedAt,
                acceptedAt,
                message.address(),
                message.externalId(),
                headline.codePointCount(0, headline.length()),
                message.origin(),
                new Report(text, headline.length(), outlet, message.language(), publishedAt));
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new DeadLetterException(Code.UNREADABLE, "the field " + name + " is missing");
        }
        return value;
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new DeadLetterException(Code.RULE_BROKEN, rule);
        }
    }
}
