package io.averment.query.projection;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Effect;
import io.averment.query.storage.DatabaseFault;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Applies messages, again and again while the database is away, so that none is lost and none overtakes it; and a few times when it refuses
 * what was to be written. Thread-safe.
 */
final class Applying {
    private static final Logger LOG = Logger.getLogger(Applying.class);
    /** Between two of them another one may have written what the first was refused for, such as a process of another version. */
    private static final int MOST_REFUSALS = 3;

    private final RetryPause pause;

    Applying(RetryPause pause) {
        this.pause = pause;
    }

    /**
     * What applying came to; empty when the service stops, before the database is back or in the middle of it.
     *
     * @throws DeadMessageException when the message can never be applied
     */
    Optional<Effect> throughOutages(ArticleId article, Supplier<Effect> apply) {
        DatabaseFault before = DatabaseFault.NONE;
        int refusals = 0;
        for (int failures = 1; ; failures++) {
            try {
                return Optional.of(apply.get());
            } catch (DeadMessageException dead) {
                throw dead;
            } catch (RuntimeException failure) {
                DatabaseFault fault = DatabaseFault.of(failure);
                switch (fault) {
                    case OUTAGE, FORBIDDEN -> {
                        if (fault != before) {
                            reportWaiting(fault, article, failure);
                        }
                        if (!pause.await(failures)) {
                            return Optional.empty();
                        }
                    }
                    case REFUSED -> {
                        refusals++;
                        if (refusals == MOST_REFUSALS) {
                            throw refused(article, failure, "the database refuses a value of the message");
                        }
                        if (!pause.await(refusals)) {
                            return Optional.empty();
                        }
                    }
                    case NONE -> {
                        // Parts that stopped before this thread did: the message is as good as it was.
                        if (pause.isStopping()) {
                            return Optional.empty();
                        }
                        throw refused(article, failure, "the projection failed on this message");
                    }
                }
                before = fault;
            }
        }
    }

    /** Whether the service stops: from then on a failure says nothing about a message. */
    boolean isStopping() {
        return pause.isStopping();
    }

    /** Once for each kind of fault; no message is lost by either. */
    private static void reportWaiting(DatabaseFault fault, ArticleId article, RuntimeException failure) {
        if (fault == DatabaseFault.FORBIDDEN) {
            LOG.errorf(failure, "%s The projection waits. articleId=%s", DatabaseFault.WHAT_TO_CHECK, article);
        } else {
            LOG.warnf(failure, "The database is away; the projection waits. articleId=%s", article);
        }
    }

    private static DeadMessageException refused(ArticleId article, RuntimeException failure, String line) {
        LOG.errorf(
                "The projection failed. articleId=%s, failure=%s",
                article, failure.getClass().getName());
        return DeadMessageException.ruleBroken(line);
    }
}
