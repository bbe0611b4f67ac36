package io.averment.query.projection;

import io.averment.query.record.Effect;

/** What withdrawals are applied to. The database stands behind it. */
interface WithdrawalRecord {

    /**
     * Applies one message: everything or nothing, and nothing a second time.
     *
     * @param payload the message's body, for the log
     * @throws DeadMessageException when another message has the same ce_id
     */
    Effect withdraw(ArticleWithdrawal withdrawal, byte[] payload);
}
