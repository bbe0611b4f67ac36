package io.averment.ingest.audit;

import io.averment.ingest.article.Tenant;
import java.util.List;

/** Where entries are kept. The database stands behind it. */
interface AuditStorage {

    /** Adds entries of one tenant, all or none. */
    void add(Tenant tenant, List<AuditEntry> entries);
}
