package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Why there is nothing of an id: never was, or withdrawn. Thread-safe. */
@ApplicationScoped
public class Absence {
    private final TenantTransactions transactions;
    private final Withdrawals withdrawals;

    Absence(TenantTransactions transactions, Withdrawals withdrawals) {
        this.transactions = transactions;
        this.withdrawals = withdrawals;
    }

    /**
     * The problem to answer with.
     *
     * @param article that the id names; empty when it is none
     * @param detail what to say when the tenant never had it
     */
    public ProblemException of(Tenant tenant, Optional<ArticleId> article, String detail) {
        return article.flatMap(id -> transactions.read(tenant, () -> withdrawals.of(tenant, id)))
                .map(withdrawn -> new ProblemException(
                        ProblemType.WITHDRAWN,
                        "The article was withdrawn at " + withdrawn.withdrawnAt() + ": " + withdrawn.reason() + "."))
                .orElseGet(() -> new ProblemException(ProblemType.NOT_FOUND, detail));
    }
}
