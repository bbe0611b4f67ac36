package io.averment.query.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
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

/**
 * The JSON in which the record keeps what no query looks into. Rows of later versions may hold more; it is left alone.
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
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

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
