package io.averment.query.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An operator withdrew an article, with all its revisions up to one. Those beyond it, sent again later, are not covered.
 *
 * @param throughRevision the last revision that is withdrawn, 1 and up
 * @param reason a code in capital letters
 * @param by subject of the operator's token
 */
public record ArticleWithdrawn(
        ArticleId article, RecordMonth month, int throughRevision, String reason, String by, Instant withdrawnAt) {

    /** @throws RuleBrokenException when a part is not what it must be */
    public ArticleWithdrawn {
        RuleBrokenException.require(throughRevision >= 1, "throughRevision is below 1");
        RuleBrokenException.require(reason.matches("[A-Z][A-Z_]{0,59}"), "the reason is not a code");
        RuleBrokenException.require(!by.isBlank() && by.length() <= 200, "withdrawnBy is blank or too long");
        withdrawnAt = withdrawnAt.truncatedTo(ChronoUnit.MICROS);
    }
}
