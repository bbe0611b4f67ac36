package io.averment.query.storage;

import java.util.UUID;

/** Rows of tests: for each table of a tenant one that it takes, as an SQL statement. */
public final class TenantRows {
    private static final String SHARED =
            "tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, fact";

    private TenantRows() {}

    /** A row that a table takes, of some tenant. */
    public static String insert(String table, String tenant) {
        return switch (table) {
            case "log" -> insertLog(tenant);
            case "article" ->
                "insert into article (" + SHARED + ", revision, generation, fingerprint, outlet, accepted_at,"
                        + " headline_length, content, statement_count, commitment_count) values (" + shared(tenant)
                        + ", 1, 1, 'f', 'Post', now(), 0, 'We wait.', 0, 0)";
            case "statement" ->
                "insert into statement (" + SHARED + ", kind, act, content) values (" + shared(tenant)
                        + ", 'DIRECT', 'ASSERTS', 'We wait.')";
            case "commitment" ->
                "insert into commitment (" + SHARED + ", strength, content) values (" + shared(tenant)
                        + ", 'FIRM', 'We will wait.')";
            case "time_expression" ->
                "insert into time_expression (" + SHARED + ", type) values (" + shared(tenant) + ", 'DATE')";
            case "named_entity" ->
                "insert into named_entity (" + SHARED + ", entity_key, mention_count) values (" + shared(tenant)
                        + ", 'wikidata:Q1', 1)";
            case "conflict" -> "insert into conflict (" + SHARED + ", kind) values (" + shared(tenant) + ", 'TOTAL')";
            case "reference" ->
                "insert into reference (tenant, record_month, article_id, fact_id, position, recorded_from,"
                        + " first_accepted_at, role, entity_key) values ('" + tenant + "', '2026-11-01', '"
                        + UUID.randomUUID() + "', 's1', 0, now(), now(), 'SPEAKER', 'wikidata:Q1')";
            case "opening" ->
                "insert into opening (tenant, recorded_from, article_id, record_month) values ('" + tenant
                        + "', now(), '" + UUID.randomUUID() + "', '2026-11-01')";
            case "source_month" ->
                "insert into source_month (tenant, kind, source_key, record_month, articles, statements, first_accepted_at,"
                        + " last_accepted_at, last_article_id, name) values ('" + tenant
                        + "', 'OUTLET', 'k', '2026-11-01', 1, 0, now(), now(), '" + UUID.randomUUID() + "', 'K')";
            case "withdrawal" ->
                "insert into withdrawal (tenant, record_month, article_id, recorded_from, through_revision, reason,"
                        + " withdrawn_by, withdrawn_at) values ('" + tenant + "', '2026-11-01', '" + UUID.randomUUID()
                        + "', now(), 1, 'OTHER', 'x', now())";
            case "audit" ->
                "insert into audit (tenant, record_month, at, subject, client, method, path, parameters, status) values ('"
                        + tenant + "', '2026-11-01', now(), 's', 'c', 'GET', '/', '{}', 200)";
            case "generation" ->
                "insert into generation (tenant, generation, recorded_from) values ('" + tenant + "', 2, now())";
            case "entity" ->
                "insert into entity (tenant, entity_key, recorded_from, first_accepted_at, article_id, fact) values ('"
                        + tenant + "', 'wikidata:Q1', now(), now(), '" + UUID.randomUUID() + "', '{}')";
            case "request_allowance" ->
                "insert into request_allowance (tenant, client, window_start, granted, leased) values ('" + tenant
                        + "', '" + "0".repeat(32) + "', now(), 1, 1)";
            case "saved_query" ->
                "insert into saved_query (tenant, query_id, owner, name, list, parameters, created_at, changed_at) values ('"
                        + tenant + "', '" + UUID.randomUUID() + "', 'o', 'n', 'articles', '{}', now(), now())";
            case "idempotent_request" ->
                "insert into idempotent_request (tenant, client, key, fingerprint, expires_at) values ('" + tenant
                        + "', 'c', 'k', 'f', now())";
            case "entity_name" ->
                "insert into entity_name (tenant, name, entity_key) values ('" + tenant + "', 'a', 'wikidata:Q1')";
            case "thread_fact" ->
                "insert into thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from,"
                        + " first_accepted_at, opened_at, kind, thread_id, bucket, day, text_hash, evidence) values ('"
                        + tenant + "', '2026-11-01', '" + UUID.randomUUID()
                        + "', 's1', 0, now(), now(), now(), 'UTTERANCE', 'u1', 'b', '2026-11-01', 'h', '{}')";
            case "thread_key" ->
                "insert into thread_key (tenant, record_month, key, article_id, fact_id, recorded_from) values ('"
                        + tenant + "', '2026-11-01', 'k', '" + UUID.randomUUID() + "', 's1', now())";
            case "thread" ->
                "insert into thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, first_day, last_day,"
                        + " article_count, origin_count, first_accepted_at, article_id, fact_id, position, record_month)"
                        + " values ('" + tenant
                        + "', 'u1', now(), 'UTTERANCE', 'SAID', 'b', 'v', '2026-11-01', '2026-11-01',"
                        + " 1, 1, now(), '" + UUID.randomUUID() + "', 's1', 0, '2026-11-01')";
            case "lapse" ->
                "insert into lapse (tenant, article_id, fact_id, due_to, recorded_from) values ('" + tenant + "', '"
                        + UUID.randomUUID() + "', 'c1', '2026-11-01', now())";
            case "entity_verdict" ->
                "insert into entity_verdict (tenant, one_key, other_key, recorded_from, verdict, decided_by) values ('"
                        + tenant + "', 'a', 'b', now(), 'SAME', 'c')";
            case "story_report" ->
                "insert into story_report (tenant, record_month, article_id, recorded_from, opened_at,"
                        + " first_accepted_at, day, text_hash, affinity, story_id, traits,"
                        + " facets) values ('" + tenant + "', '2026-11-01', '"
                        + UUID.randomUUID() + "', now(), now(), now(), '2026-11-01', 'h', 0, 's1', '{}', '{}')";
            case "story_key" ->
                "insert into story_key (tenant, key, article_id, day, first_accepted_at, recorded_from) values ('"
                        + tenant + "', 1, '" + UUID.randomUUID() + "', '2026-11-01', now(), now())";
            case "story" ->
                "insert into story (tenant, story_id, recorded_from, first_day, last_day, article_count, origin_count,"
                        + " first_accepted_at, article_id, record_month) values ('" + tenant
                        + "', 's1', now(), '2026-11-01', '2026-11-01', 2, 1, now(), '" + UUID.randomUUID()
                        + "', '2026-11-01')";
            case "story_facet" ->
                "insert into story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)"
                        + " values ('"
                        + tenant + "', 'S', 's1', now(), now(), '" + UUID.randomUUID() + "')";
            case "deadline_tenant" -> "insert into deadline_tenant (tenant) values ('" + tenant + "')";
            default -> throw new IllegalArgumentException(table);
        };
    }

    static String insertLog(String tenant) {
        return "insert into log (tenant, record_month, ce_id, recorded_at, kind, effect, payload) values ('" + tenant
                + "', '2026-11-01', '" + UUID.randomUUID() + "', now(), 'TEST', 'OPENED', '')";
    }

    private static String shared(String tenant) {
        return "'" + tenant + "', '2026-11-01', '" + UUID.randomUUID() + "', 'x1', 0, now(), now(), 'post', '{}'";
    }
}
