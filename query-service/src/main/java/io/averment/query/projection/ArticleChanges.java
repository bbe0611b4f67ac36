package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Tenant;
import io.averment.query.storage.FactStore;
import io.averment.query.storage.SourceTally;
import io.averment.query.storage.SourceTally.Contribution;
import io.averment.query.storage.StoryStore;
import io.averment.query.storage.ThreadStore;
import io.averment.query.storage.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a version of an article, or its withdrawal, changes in the record: the same when a message is applied and when the log is
 * replayed. First what runs through many articles is locked and read, threads before stories, so that no two transactions wait for each
 * other; then, with the instant of the change, all of it is written, sources last. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class ArticleChanges {
    private final FactStore facts;
    private final Withdrawals withdrawals;
    private final ThreadStore threads;
    private final StoryStore stories;
    private final SourceTally sources;

    ArticleChanges(
            FactStore facts, Withdrawals withdrawals, ThreadStore threads, StoryStore stories, SourceTally sources) {
        this.facts = facts;
        this.withdrawals = withdrawals;
        this.threads = threads;
        this.stories = stories;
        this.sources = sources;
    }

    /** What an article changes among what runs through many. */
    record Prepared(ThreadStore.Change threads, StoryStore.Change stories) {
        /** The latest of the given instant and those at which what changes was written. */
        @Nullable
        Instant after(@Nullable Instant previous) {
            return stories.after(threads.after(previous));
        }
    }

    /**
     * Prepares to open a version.
     *
     * @param known whether the record had another version of the article before
     */
    Prepared prepare(Tenant tenant, AnalysedArticle article, boolean known) {
        ThreadStore.Change threadChange = threads.prepare(tenant, article, known);
        return new Prepared(threadChange, stories.prepare(tenant, article, known));
    }

    /**
     * Opens the version, as of this instant.
     *
     * @param replaces whether another version of the article is current
     */
    void open(Tenant tenant, AnalysedArticle article, boolean replaces, Prepared prepared, Instant at) {
        Contribution before = Contribution.NONE;
        if (replaces) {
            before = sources.current(tenant, article.id(), article.recordMonth(), Integer.MAX_VALUE);
            facts.close(tenant, article.id(), article.recordMonth(), at);
        }
        facts.open(tenant, article, at);
        threads.apply(prepared.threads(), at);
        stories.apply(prepared.stories(), at);
        sources.opened(tenant, article, before);
    }

    /**
     * Prepares a withdrawal.
     *
     * @param ends whether it covers the current version
     */
    Prepared prepare(Tenant tenant, ArticleWithdrawn withdrawn, boolean ends) {
        ThreadStore.Change threadChange = threads.prepareRemoval(tenant, withdrawn.article(), withdrawn.month(), ends);
        return new Prepared(threadChange, stories.prepareRemoval(tenant, withdrawn.article(), withdrawn.month(), ends));
    }

    /** Withdraws, as of this instant; the withdrawal stands in the log already. */
    void withdraw(Tenant tenant, ArticleWithdrawn withdrawn, Prepared prepared, Instant at) {
        Contribution ended =
                sources.current(tenant, withdrawn.article(), withdrawn.month(), withdrawn.throughRevision());
        withdrawals.apply(tenant, withdrawn, at);
        threads.applyRemoval(prepared.threads(), at);
        stories.applyRemoval(prepared.stories(), at);
        sources.ended(tenant, withdrawn.article(), withdrawn.month(), ended);
    }
}
