package io.averment.query.idempotency;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Carries a change out once for each key of a client: change and answer are one transaction, so what is answered was done, and what failed
 * leaves the key free. A repetition that comes while the first is under way waits for it. By the database's clock. Thread-safe.
 */
@ApplicationScoped
public class IdempotentRequests {
    /** A key is free when nobody has used it, and when its answer has expired. */
    private static final String BEGIN = """
            insert into idempotent_request as known (tenant, client, key, fingerprint, expires_at)
            values (:tenant, :client, :key, :fingerprint, statement_timestamp() + make_interval(secs => :retention))
            on conflict (tenant, client, key) do update set fingerprint = excluded.fingerprint,
                expires_at = excluded.expires_at, status = null, location = null, tag = null, body = null
            where known.expires_at <= statement_timestamp()
            """;

    private static final String OF_KEY = " where tenant = :tenant and client = :client and key = :key";

    private final TenantTransactions transactions;
    private final EntityManager entities;
    private final IdempotencyConfiguration configuration;

    IdempotentRequests(
            TenantTransactions transactions, EntityManager entities, IdempotencyConfiguration configuration) {
        this.transactions = transactions;
        this.entities = entities;
        this.configuration = configuration;
    }

    /**
     * The answer of this change, made in a transaction of its own, or that of an earlier one of the same key.
     *
     * @throws ProblemException {@code idempotency-key-reused} when the key belongs to another request, and whatever the change throws
     */
    public Answer once(WritingRequest request, Supplier<Answer> change) {
        return transactions.append(
                request.tenant(),
                () -> request.key()
                        .map(key -> begin(request, key) ? carriedOut(request, key, change) : earlier(request, key))
                        .orElseGet(change));
    }

    /**
     * The answer of an earlier request of the same key, as far as one stands by now: what is under way is not waited for.
     *
     * @throws ProblemException {@code idempotency-key-reused} when the key belongs to another request
     */
    public Optional<Answer> answered(WritingRequest request) {
        return request.key()
                .flatMap(key -> transactions.read(
                        request.tenant(), () -> found(request, key, " and expires_at > statement_timestamp()")));
    }

    private boolean begin(WritingRequest request, IdempotencyKey key) {
        return entities.createNativeQuery(BEGIN)
                        .setParameter("tenant", request.tenant().name())
                        .setParameter("client", request.client())
                        .setParameter("key", key.value())
                        .setParameter("fingerprint", request.fingerprint())
                        .setParameter(
                                "retention", (double) configuration.retention().toSeconds())
                        .executeUpdate()
                == 1;
    }

    private Answer carriedOut(WritingRequest request, IdempotencyKey key, Supplier<Answer> change) {
        Answer answer = change.get();
        entities.createNativeQuery("update idempotent_request set status = :status, location = cast(:location as text),"
                        + " tag = cast(:tag as text), body = :body" + OF_KEY)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location().orElse(null))
                .setParameter("tag", answer.tag().orElse(null))
                .setParameter("body", answer.body())
                .setParameter("tenant", request.tenant().name())
                .setParameter("client", request.client())
                .setParameter("key", key.value())
                .executeUpdate();
        return answer;
    }

    private Answer earlier(WritingRequest request, IdempotencyKey key) {
        return found(request, key, "").orElseThrow(() -> new IllegalStateException("a key that was held is free"));
    }

    private Optional<Answer> found(WritingRequest request, IdempotencyKey key, String condition) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select fingerprint, status, location, tag, body from idempotent_request" + OF_KEY + condition,
                        Tuple.class)
                .addScalar("fingerprint", String.class)
                .addScalar("status", Integer.class)
                .addScalar("location", String.class)
                .addScalar("tag", String.class)
                .addScalar("body", byte[].class)
                .setParameter("tenant", request.tenant().name())
                .setParameter("client", request.client())
                .setParameter("key", key.value())
                .getResultStream()
                .findFirst()
                .map(row -> answer(request, row));
    }

    private static Answer answer(WritingRequest request, Tuple row) {
        if (!request.fingerprint().equals(row.get("fingerprint", String.class))) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "The key belongs to a request that is not the same as this.");
        }
        return new Answer(
                row.get("status", Integer.class),
                Optional.ofNullable(row.get("location", String.class)),
                Optional.ofNullable(row.get("tag", String.class)),
                row.get("body", byte[].class),
                true);
    }
}
