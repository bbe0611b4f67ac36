package io.averment.query.saved;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.query.idempotency.Answer;
import io.averment.query.idempotency.IdempotencyKey;
import io.averment.query.idempotency.IdempotentRequests;
import io.averment.query.idempotency.WritingRequest;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Saves, replaces and deletes queries for the caller of one request, once for each key that it gives. */
@RequestScoped
class SavedQueryWriting {
    private static final byte[] NO_BODY = {};
    private static final String OPERATOR = "operator";
    private static final String ANY = "*";

    private final SavedQueries queries;
    private final IdempotentRequests requests;
    private final ObjectMapper mapper;
    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final Answers answers;

    SavedQueryWriting(
            SavedQueries queries,
            IdempotentRequests requests,
            ObjectMapper mapper,
            JsonWebToken token,
            SecurityIdentity identity,
            Answers answers) {
        this.queries = queries;
        this.requests = requests;
        this.mapper = mapper;
        this.token = token;
        this.identity = identity;
        this.answers = answers;
    }

    /**
     * Who asks: the subject of the token.
     *
     * @throws ProblemException when it names none, since then nobody could own anything
     */
    String subject() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > QueryParameters.LONGEST_VALUE) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The token names no subject.");
        }
        return subject;
    }

    /** The id that a path names; empty when it is none. */
    static Optional<UUID> id(String written) {
        return ArticleId.parse(written).map(ArticleId::value);
    }

    Response save(Tenant tenant, Optional<IdempotencyKey> key, byte[] body) {
        SavedQueries.Definition definition = definition(body);
        Runnable check = () -> queries.requireAnswered(tenant, definition);
        return once(tenant, key, WritingRequest.fingerprint("saveQuery", body), check, () -> {
            SavedQuery saved = queries.save(writer(tenant), definition);
            return answer(201, Optional.of(SavedQueryResource.PATH + '/' + saved.id()), saved);
        });
    }

    Response replace(Tenant tenant, String id, @Nullable String tag, Optional<IdempotencyKey> key, byte[] body) {
        UUID query = id(id).orElseThrow(SavedQueries::absent);
        if (tag == null) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, "If-Match is missing.");
        }
        SavedQueries.Definition definition = definition(body);
        return once(
                tenant,
                key,
                WritingRequest.fingerprint("replaceSavedQuery " + query + ' ' + tag, body),
                () -> queries.requireAnswered(tenant, definition),
                () -> answer(
                        200, Optional.empty(), queries.replace(writer(tenant), query, definition, requireTag(tag))));
    }

    Response delete(Tenant tenant, String id, @Nullable String tag, Optional<IdempotencyKey> key) {
        UUID query = id(id).orElseThrow(SavedQueries::absent);
        String fingerprint = WritingRequest.fingerprint("deleteSavedQuery " + query + ' ' + tag, NO_BODY);
        return once(tenant, key, fingerprint, () -> {}, () -> {
            SavedQuery deleted = queries.delete(writer(tenant), query, requireTag(tag == null ? ANY : tag));
            asked(new SavedQueries.Definition(deleted.name(), deleted.list(), deleted.parameters()));
            return Answer.of(200, Optional.empty(), Optional.empty(), write(deleted));
        });
    }

    private SavedQueries.Writer writer(Tenant tenant) {
        return new SavedQueries.Writer(tenant, subject(), identity.hasRole(OPERATOR));
    }

    private SavedQueries.Definition definition(byte[] body) {
        SavedQueries.Definition definition = queries.definition(draft(body));
        asked(definition);
        return definition;
    }

    /** For the audit log: what the query asks, and under which name. */
    private void asked(SavedQueries.Definition definition) {
        Map<String, String> told = new TreeMap<>(definition.parameters());
        told.put("list", definition.list());
        told.put("name", definition.name());
        answers.asked(told);
    }

    private SavedQueryDraft draft(byte[] body) {
        try {
            SavedQueryDraft draft = mapper.readValue(body, SavedQueryDraft.class);
            if (draft != null) {
                return draft;
            }
        } catch (JacksonException unreadable) {
            // told below
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are read", impossible);
        }
        throw QueryParameters.invalid("The body is no JSON object with name, list and parameters, an object of texts.");
    }

    /** Tags as If-Match lists them: strong ones, divided by commas, or a star. */
    private static Consumer<SavedQuery> requireTag(String tags) {
        return current -> {
            String own = '"' + current.tag() + '"';
            if (Arrays.stream(tags.split(",", -1))
                    .map(String::strip)
                    .noneMatch(tag -> tag.equals(ANY) || tag.equals(own))) {
                throw new ProblemException(
                        ProblemType.PRECONDITION_FAILED, "The current version has the tag " + own + ".");
            }
        };
    }

    private Answer answer(int status, Optional<String> location, SavedQuery query) {
        return Answer.of(status, location, Optional.of(query.tag()), write(query));
    }

    private byte[] write(SavedQuery query) {
        try {
            return mapper.writeValueAsBytes(query);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON", impossible);
        }
    }

    /** @param check of what is asked for the first time; what is repeated was checked then, and its answer may be another one by now */
    private Response once(
            Tenant tenant, Optional<IdempotencyKey> key, String fingerprint, Runnable check, Supplier<Answer> change) {
        WritingRequest request = new WritingRequest(tenant, subject(), key, fingerprint);
        Answer answer = requests.answered(request).orElseGet(() -> {
            check.run();
            return requests.once(request, change);
        });
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body()).type(MediaType.APPLICATION_JSON);
        answer.location().ifPresent(location -> response.header(HttpHeaders.LOCATION, location));
        answer.tag().ifPresent(tag -> response.tag(tag));
        if (answer.isRepeated()) {
            response.header(Answer.REPEATED_HEADER, true);
        }
        return response.build();
    }
}
