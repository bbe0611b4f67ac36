package io.averment.query.audit;

import io.averment.query.record.Tenant;
import java.util.List;

/** Where entries are kept. The database stands behind it. */
interface AuditStorage {

    /** Adds entries of one tenant, all or none. */
    void add(Tenant tenant, List<AuditEntry> entries);
}
