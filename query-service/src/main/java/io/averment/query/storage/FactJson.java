package io.averment.query.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.averment.query.record.Annotator;
import io.averment.query.record.ArticleAnalysis;
import io.averment.query.record.Commitment;
import io.averment.query.record.Conflict;
import io.averment.query.record.Degradation;
import io.averment.query.record.Due;
import io.averment.query.record.Entity;
import io.averment.query.record.Extent;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Mention;
import io.averment.query.record.Party;
import io.averment.query.record.Phase;
import io.averment.query.record.Place;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.TimeExpression;
import io.averment.query.record.Unresolved;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in which the record keeps what no query looks into. Rows of later versions of this service may hold more, which is left
 * alone, and kinds that are not known yet; those of earlier ones may lack lists, which are then empty.
 * Thread-safe.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Annotator.class,
            ArticleAnalysis.class,
            Commitment.class,
            Conflict.class,
            Degradation.class,
            Due.class,
            Entity.class,
            Extent.class,
            Hop.class,
            HopRole.class,
            Mention.class,
            Party.class,
            Phase.class,
            Place.class,
            Span.class,
            Speaker.class,
            Statement.class,
            StatementKind.class,
            TimeExpression.class,
            Unresolved.class
        })
public class FactJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addHandler(new LaterKinds())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** What a later version writes of a kind that it has added: unknown, as when it comes in a message. */
    private static final class LaterKinds extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String failure) {
            if (type == StatementKind.class) {
                return StatementKind.UNKNOWN;
            }
            return type == HopRole.class ? HopRole.UNKNOWN : NOT_HANDLED;
        }
    }

    public String write(Object fact) {
        try {
            return mapper.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a fact cannot be written as JSON", impossible);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored fact cannot be read", corrupt);
        }
    }
}
