package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;
import static io.averment.query.projection.FactBinding.required;

import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.RuleBrokenException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads article-withdrawn messages. Thread-safe. */
@ApplicationScoped
class WithdrawalReader {
    static final String TYPE = "io.averment.article.withdrawn.v1";

    /**
     * Binds and checks a message.
     *
     * @throws DeadMessageException when it can never be applied
     */
    ArticleWithdrawal read(Envelope envelope, byte @Nullable [] body) {
        envelope.requireType(TYPE);
        ArticleWithdrawal withdrawal = new ArticleWithdrawal(envelope.tenant(), envelope.id(), withdrawn(body));
        envelope.requireKey(withdrawal.withdrawn().article());
        return withdrawal;
    }

    /**
     * The withdrawal in a message's body alone, as the log keeps it.
     *
     * @throws DeadMessageException when it is none
     */
    ArticleWithdrawn withdrawn(byte @Nullable [] body) {
        try {
            ArticleWithdrawnMessage message = MessageBody.bind(body, ArticleWithdrawnMessage.class);
            RecordMonth month = RecordMonth.of(MessageBinding.instant(message.firstAcceptedAt(), "firstAcceptedAt"));
            if (!month.toString().equals(required(message.recordMonth(), "recordMonth"))) {
                throw ruleBroken("recordMonth is not the UTC month of firstAcceptedAt");
            }
            return new ArticleWithdrawn(
                    ArticleId.parse(required(message.articleId(), "articleId"))
                            .orElseThrow(() -> unreadable("the field articleId is not an id")),
                    month,
                    required(message.throughRevision(), "throughRevision"),
                    required(message.reason(), "reason"),
                    required(message.withdrawnBy(), "withdrawnBy"),
                    MessageBinding.instant(message.withdrawnAt(), "withdrawnAt"));
        } catch (RuleBrokenException broken) {
            throw ruleBroken(broken.rule());
        }
    }
}
