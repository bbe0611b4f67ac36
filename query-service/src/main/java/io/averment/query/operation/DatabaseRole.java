package io.averment.query.operation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the role may do that the service works under, as the database sees it. Thread-safe. */
@ApplicationScoped
class DatabaseRole {

    /** Each row: a right, whether the role has it, and whether it must (or must not). */
    private static final String RIGHTS = """
            with tables(name, closes) as (values
                ('public.log', false), ('public.audit', false), ('public.request_allowance', false),
                ('public.saved_query', false), ('public.idempotent_request', false),
                ('record.article', true), ('record.statement', true), ('record.commitment', true),
                ('record.time_expression', true), ('record.named_entity', true), ('record.conflict', true),
                ('record.reference', true), ('record.opening', false), ('record.source_month', false), ('record.withdrawal', false), ('record.generation', false),
                ('record.entity', false), ('record.entity_name', false),
                ('record.thread_fact', true), ('record.thread_key', true), ('record.thread', true),
                ('record.entity_verdict', true),
                ('record.story_report', true), ('record.story_key', true), ('record.story', true), ('record.story_facet', true),
                ('record.lapse', false), ('public.deadline_tenant', false))
            select right_name, coalesce(held, false), needed
            from (
                select 'select on ' || name, has_table_privilege(to_regclass(name), 'select'), true from tables
                union all
                select 'insert on ' || name, has_table_privilege(to_regclass(name), 'insert'), true from tables
                union all
                select 'update of ' || name || '.recorded_to',
                    has_column_privilege(to_regclass(name), 'recorded_to', 'update'), true from tables where closes
                union all
                select 'update of public.request_allowance.granted',
                    has_column_privilege(to_regclass('public.request_allowance'), 'granted', 'update'), true
                union all
                select 'update of record.entity.fact',
                    has_column_privilege(to_regclass('record.entity'), 'fact', 'update'), true
                union all
                select 'deletion from record.source_month', has_table_privilege(to_regclass('record.source_month'), 'delete'), true
                union all
                select 'execution of erase_withdrawn', has_function_privilege(
                    to_regprocedure('public.erase_withdrawn(text, uuid, date)'), 'execute'), true
                union all
                select 'execution of erase_withdrawn_threads', has_function_privilege(
                    to_regprocedure('public.erase_withdrawn_threads(text, uuid, date, jsonb)'), 'execute'), true
                union all
                select 'execution of erase_withdrawn_reports', has_function_privilege(
                    to_regprocedure('public.erase_withdrawn_reports(text, uuid, date, jsonb)'), 'execute'), true
                union all
                select 'delete on public.saved_query', has_table_privilege(to_regclass('public.saved_query'), 'delete'), true
                union all
                select 'update of public.saved_query.revision',
                    has_column_privilege(to_regclass('public.saved_query'), 'revision', 'update'), true
                union all
                select 'update of public.idempotent_request.body',
                    has_column_privilege(to_regclass('public.idempotent_request'), 'body', 'update'), true
                union all
                select 'execution of forget_allowances', has_function_privilege(
                    to_regprocedure('public.forget_allowances(interval, integer)'), 'execute'), true
                union all
                select 'execution of forget_requests', has_function_privilege(
                    to_regprocedure('public.forget_requests(integer)'), 'execute'), true
                union all
                select 'execution of forget_audit_month', has_function_privilege(
                    to_regprocedure('public.forget_audit_month(interval)'), 'execute'), true
                union all
                select 'execution of forget_audit_entries', has_function_privilege(
                    to_regprocedure('public.forget_audit_entries(interval, integer)'), 'execute'), true
                union all
                select 'execution of erased_through', has_function_privilege(
                    to_regprocedure('public.erased_through()'), 'execute'), true
                union all
                select 'usage on log_number', has_sequence_privilege(to_regclass('public.log_number'), 'usage'), true
                union all
                select 'usage on audit_number', has_sequence_privilege(to_regclass('public.audit_number'), 'usage'), true
                union all
                select 'SUPERUSER', (select rolsuper from pg_roles where rolname = current_user), false
                union all
                select 'BYPASSRLS', (select rolbypassrls from pg_roles where rolname = current_user), false
                union all
                select 'ownership of the tables', (select bool_or(pg_has_role(current_user, relowner, 'member'))
                    from pg_class where oid in (select to_regclass(name) from tables)), false
            ) as rights(right_name, held, needed)
            """;

    private final AgroalDataSource database;

    DatabaseRole(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What is wrong with the role.
     *
     * @param missing rights that the service needs and the role has not
     * @param excess rights by which the role could see or do what row-level security and the grants are there to prevent
     */
    record Rights(List<String> missing, List<String> excess) {}

    /** Asks the database. */
    Rights rights() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rights(connection);
        }
    }

    /** What is wrong with the role of a connection. */
    static Rights rights(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        List<String> excess = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RIGHTS)) {
            while (rows.next()) {
                boolean held = rows.getBoolean(2);
                boolean needed = rows.getBoolean(3);
                if (needed && !held) {
                    missing.add(rows.getString(1));
                } else if (held && !needed) {
                    excess.add(rows.getString(1));
                }
            }
        }
        return new Rights(List.copyOf(missing), List.copyOf(excess));
    }
}
