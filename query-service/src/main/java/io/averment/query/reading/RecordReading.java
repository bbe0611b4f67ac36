package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.Tenant;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads of one tenant's record, as it is or as of an instant. Thread-safe. */
@ApplicationScoped
public class RecordReading {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TenantTransactions transactions;
    private final RecordTime time;

    RecordReading(TenantTransactions transactions, RecordTime time) {
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Runs the query in a transaction that cannot write, once the record is settled as of the instant.
     *
     * @throws ProblemException when it is not settled soon
     */
    public <T> T read(Tenant tenant, Optional<Instant> asOf, Supplier<T> query) {
        asOf.ifPresent(instant -> {
            if (!time.awaitSettled(tenant, instant, PATIENCE)) {
                throw new ProblemException(
                        ProblemType.NOT_SETTLED,
                        "What the record says at that instant is not certain yet; it is in the future, or changes are being"
                                + " written.");
            }
        });
        return transactions.read(tenant, query);
    }
}
