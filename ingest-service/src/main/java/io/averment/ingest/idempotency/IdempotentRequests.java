package io.averment.ingest.idempotency;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Carries a request out, once for each key of a tenant. Only final answers are kept: a request that was refused or failed may be
 * sent again under its key, changed or not. Thread-safe.
 */
@ApplicationScoped
public class IdempotentRequests {
    private static final Logger LOG = Logger.getLogger(IdempotentRequests.class);

    private final KeptRequests kept;
    private final IdempotencyConfiguration configuration;

    IdempotentRequests(KeptRequests kept, IdempotencyConfiguration configuration) {
        this.kept = kept;
        this.configuration = configuration;
    }

    /** The most bytes of a batch with a key. */
    public int maxBatchBytes() {
        return Math.toIntExact(configuration.maxBatchSize().asLongValue());
    }

    /** The most lines of a batch with a key. */
    public int maxBatchLines() {
        return configuration.maxBatchLines();
    }

    /**
     * The answer of this request, or that of an earlier one of the same key and fingerprint. Without a key it is simply
     * carried out.
     *
     * @throws ProblemException {@code idempotency-key-in-use} while the same request is under way, and
     *     {@code idempotency-key-reused} when the key was used for another
     */
    public Answer once(
            Tenant tenant, Optional<IdempotencyKey> key, RequestFingerprint fingerprint, Supplier<Answer> request) {
        if (key.isEmpty()) {
            return request.get();
        }
        return switch (kept.begin(tenant, key.get(), fingerprint)) {
            case KeptRequests.Standing.Begun(var holder) -> carryOut(tenant, key.get(), holder, request);
            case KeptRequests.Standing.Done(var answer) -> answer;
            case KeptRequests.Standing.UnderWay() ->
                throw new ProblemException(
                        ProblemType.IDEMPOTENCY_KEY_IN_USE, "A request with this key is being carried out.");
            case KeptRequests.Standing.Different() ->
                throw new ProblemException(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "The key belongs to a request that is not the same as this.");
        };
    }

    private Answer carryOut(Tenant tenant, IdempotencyKey key, UUID holder, Supplier<Answer> request) {
        var isKept = false;
        try {
            var answer = request.get();
            if (answer.isFinal()) {
                kept.finish(tenant, key, holder, answer);
                isKept = true;
            }
            return answer;
        } finally {
            if (!isKept) {
                release(tenant, key, holder);
            }
        }
    }

    /** Without the database the key stays held for a while, which is better told than another failure than the first. */
    private void release(Tenant tenant, IdempotencyKey key, UUID holder) {
        try {
            kept.release(tenant, key, holder);
        } catch (RuntimeException e) {
            LOG.warn("An idempotency key could not be released", e);
        }
    }
}
