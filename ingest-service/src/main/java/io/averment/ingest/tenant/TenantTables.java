package io.averment.ingest.tenant;

import java.util.List;

/** The tables that hold something of tenants. A new one is added here; until then nothing is erased. */
final class TenantTables {
    /** One erasure at a time: the word "erasure" in ASCII. */
    static final long LOCK = 0x65_7261_7375_7265L;

    /** What is still to be published goes first, articles after what refers to them, and the audit log last. */
    static final List<String> IN_ORDER = List.of(
            "public.outbox",
            "public.text_sample_key",
            "public.text_sample",
            "public.revision",
            "public.withdrawal",
            "public.article",
            "public.idempotent_request",
            "public.request_allowance",
            "public.audit");

    private TenantTables() {}
}
