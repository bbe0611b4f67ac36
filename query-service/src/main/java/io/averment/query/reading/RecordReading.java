package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.Tenant;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Reads of one tenant's record, as it is or as of an instant. Thread-safe. */
@ApplicationScoped
public class RecordReading {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TenantTransactions transactions;
    private final RecordTime time;
    private final EntityManager entities;
    private final Clock clock;
    private final Tally tally;

    RecordReading(TenantTransactions transactions, RecordTime time, EntityManager entities, Clock clock, Tally tally) {
        this.transactions = transactions;
        this.time = time;
        this.entities = entities;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * A page of a list.
     *
     * @param item makes an item of a row and its article, within the transaction
     * @throws ProblemException when the record is not settled soon as of the list's instant
     */
    public <T> FactList.Page<T> page(FactList list, BiFunction<Tuple, ArticleSource, T> item) {
        return read(list, list.isPlannedForValues(), () -> {
            FactList.Page<T> page = list.page(entities, clock.instant(), item);
            if (page.items().isEmpty()) {
                requireSearchable(list);
            }
            return list.isCounted() ? page.counted(tally.count(list)) : page;
        });
    }

    /** The item of a list of at most one, like a page of it. */
    public <T> Optional<T> one(FactList list, BiFunction<Tuple, ArticleSource, T> item) {
        return page(list, item).items().stream().findFirst();
    }

    /**
     * That a list without facts has none because no text has its words, and not because nothing is looked for.
     *
     * @throws ProblemException when all of its words are those that are never looked for
     */
    void requireSearchable(FactList list) {
        list.words().ifPresent(words -> {
            int operands = entities.unwrap(Session.class)
                    .createNativeQuery("select numnode(" + Conditions.SEARCH + ")", Integer.class)
                    .setParameter(QueryParameters.WORDS, words)
                    .getSingleResult();
            if (operands == 0) {
                throw QueryParameters.invalid("The query parameter " + QueryParameters.WORDS
                        + " has no word but such as \"the\", which are never looked for.");
            }
        });
    }

    /** Runs a query for a list's facts, planned for its values or for all. */
    <T> T read(FactList list, boolean forValues, Supplier<T> query) {
        return read(list.tenant(), list.asOf(), () -> {
            if (forValues) {
                transactions.planForValues();
            }
            return query.get();
        });
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
