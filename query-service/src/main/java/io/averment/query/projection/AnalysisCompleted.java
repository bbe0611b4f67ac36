package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Lane;
import io.averment.query.record.Tenant;

/**
 * A message that may be applied.
 *
 * @param ceId the idempotency key: the same one changes the record once
 */
record AnalysisCompleted(Tenant tenant, String ceId, Lane lane, AnalysedArticle article) {}
