package io.averment.query.tenant;

import io.averment.query.rebuild.Rebuild;
import java.util.List;

/** The tables that hold something of tenants. A new one is added here; until then nothing is erased. */
final class TenantTables {
    /** That of a rebuild, so that neither begins while the other is under way. */
    static final long LOCK = Rebuild.REBUILD_LOCK;

    /** The log goes first: what follows from it cannot come back by a rebuild. The audit log goes last. */
    static final List<String> IN_ORDER = List.of(
            "public.log",
            "record.article",
            "record.statement",
            "record.commitment",
            "record.time_expression",
            "record.named_entity",
            "record.conflict",
            "record.reference",
            "record.entity",
            "record.entity_name",
            "record.entity_verdict",
            "record.thread",
            "record.thread_fact",
            "record.thread_key",
            "record.lapse",
            "record.story",
            "record.story_report",
            "record.story_key",
            "record.story_facet",
            "record.source_month",
            "record.opening",
            "record.withdrawal",
            "record.generation",
            "public.deadline_tenant",
            "public.saved_query",
            "public.idempotent_request",
            "public.request_allowance",
            "public.audit");

    private TenantTables() {}

    /** The table of which this one is another: those that a rebuild left beside the record, or has not put in its place yet. */
    static String original(String table) {
        return table.replaceFirst("^record_(?:before|next)\\.", "record.");
    }
}
