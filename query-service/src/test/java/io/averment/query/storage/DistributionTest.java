package io.averment.query.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a PostgreSQL distributed by tenant asks of a schema (Citus, by its documentation), asked of the migrated one. It was not run there;
 * OPERATING.md says what else would have to change.
 */
@QuarkusTest
class DistributionTest {
    /** The tables that would be distributed, and what hangs on them; Flyway's own stays where migrations run. */
    private static final String RELATIONS = """
            with relation as (
                select c.*, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'record') and c.relkind not in ('i', 'I', 't', 'S')
                    and c.relname <> 'flyway_schema_history')
            """;

    @Inject
    AgroalDataSource database;

    private List<String> ask(String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RELATIONS + question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /**
     * Tables are put together when their columns have one type and one collation; none would have to be copied to every node. The register
     * of erased tenants is the owner's, of every tenant, and stays where migrations run, with its key.
     */
    @Test
    void findsTenantInEveryTable() throws SQLException {
        assertEquals(List.of("public.tenant_erasure"), ask("""
                        select r.name from relation r where not exists (
                            select from pg_attribute a where a.attrelid = r.oid and a.attname = 'tenant' and a.attnotnull
                                and a.atttypid = 'text'::regtype and a.attcollation = 'pg_catalog.default'::regcollation
                                and a.attgenerated = '' and a.attidentity = '' and not a.atthasdef)
                        order by 1
                        """));
    }

    /** A node can only vouch for keys whose rows are all its own. */
    @Test
    void findsTenantInEveryUniqueKey() throws SQLException {
        assertEquals(List.of("tenant_erasure_open", "tenant_erasure_pkey"), ask("""
                        select i.indexrelid::regclass::text from relation r join pg_index i on i.indrelid = r.oid
                        where (i.indisunique or i.indisexclusion) and not exists (
                            select from unnest(i.indkey) with ordinality as k(attnum, place)
                            join pg_attribute a on a.attrelid = r.oid and a.attnum = k.attnum
                            where a.attname = 'tenant' and k.place <= i.indnkeyatts)
                        order by 1
                        """));
    }

    @Test
    void hasNoForeignKeys() throws SQLException {
        assertEquals(List.of(), ask("""
                        select c.conname::text from relation r join pg_constraint c on c.conrelid = r.oid
                        where c.contype = 'f' order by 1
                        """));
    }

    /** Partitions of partitions, inheritance, views, foreign and temporary tables, triggers, rules, exclusion constraints. */
    @Test
    void hasNothingThatCannotBeDistributed() throws SQLException {
        assertEquals(List.of(), ask("""
                        select r.name || ' is of the kind ' || r.relkind::text from relation r where r.relkind not in ('r', 'p')
                        union all select r.name || ' is temporary' from relation r where r.relpersistence = 't'
                        union all select r.name || ' is divided twice' from relation r where r.relispartition and r.relkind = 'p'
                        union all select r.name || ' inherits' from relation r join pg_inherits i on i.inhrelid = r.oid
                            where not r.relispartition
                        union all select r.name || ' has the trigger ' || t.tgname from relation r
                            join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
                        union all select r.name || ' has the rule ' || w.rulename from relation r
                            join pg_rewrite w on w.ev_class = r.oid
                        union all select r.name || ' excludes by ' || c.conname from relation r
                            join pg_constraint c on c.conrelid = r.oid where c.contype = 'x'
                        union all select r.name || ' asks a query in ' || p.polname from relation r
                            join pg_policy p on p.polrelid = r.oid
                            where concat(p.polqual::text, p.polwithcheck::text) like '%SUBLINK%'
                        order by 1
                        """));
    }

    /** Each node would count by itself in a range of its own, for which an integer has no room; so numbers tell no order over nodes. */
    @Test
    void numbersByFewSequencesAndInBigintAlone() throws SQLException {
        assertEquals(
                List.of(
                        "public.audit.number bigint",
                        "public.log.number bigint",
                        "public.tenant_erasure.number bigint"),
                ask("""
                        select r.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from relation r
                        join pg_attribute a on a.attrelid = r.oid
                        left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
                        where not r.relispartition
                            and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval%')
                        order by 1
                        """));
    }

    /** They run where they are called, and reach tables with the owner's rights: a new one has to be thought about. */
    @Test
    void knowsWhichFunctionsWorkAsTheOwner() throws SQLException {
        assertEquals(
                List.of(
                        "erase_withdrawn",
                        "erase_withdrawn_reports",
                        "erase_withdrawn_threads",
                        "erased_through",
                        "forget_allowances",
                        "forget_audit_entries",
                        "forget_audit_month",
                        "forget_requests"),
                ask("""
                        select distinct p.proname::text from pg_proc p
                        where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1
                        """));
    }
}
