package io.averment.query.projection;

import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Tenant;

/**
 * A message that an article is withdrawn.
 *
 * @param ceId the idempotency key: the same one changes the record once
 */
record ArticleWithdrawal(Tenant tenant, String ceId, ArticleWithdrawn withdrawn) {}
