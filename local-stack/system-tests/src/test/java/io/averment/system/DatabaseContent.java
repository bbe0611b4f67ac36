package io.averment.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a database holds for the product, as text: the rows of each table, and who may do what.
 *
 * @param parts what there is by its name, each in a fixed order
 */
record DatabaseContent(Map<String, List<String>> parts) {

    DatabaseContent {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'record') and c.relkind in ('r', 'p') and not c.relispartition
            """;

    /** Partitions too: they are reached by their parents alone, as long as nobody was granted more. */
    private static final String RELATIONS = """
            select c.oid::regclass || ' ' || c.relkind::text || ' of ' || c.relowner::regrole || ' row security '
                || c.relrowsecurity || ' forced ' || c.relforcerowsecurity || ' ' || coalesce(c.relacl::text, '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'record') and c.relkind in ('r', 'p', 'S') order by 1
            """;

    private static final String COLUMNS = """
            select a.attrelid::regclass || '.' || a.attname || ' ' || a.attacl::text
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'record') and a.attacl is not null order by 1
            """;

    private static final String POLICIES = "select p::text from pg_policies p order by 1";

    private static final String FUNCTIONS = """
            select p.oid::regprocedure || ' of ' || p.proowner::regrole || ' definer ' || p.prosecdef || ' leakproof '
                || p.proleakproof || ' ' || coalesce(p.proacl::text, '') || ' ' || coalesce(p.proconfig::text, '')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' or p.proname = 'ts_match_vq' order by 1
            """;

    /** With the hashes of passwords. */
    private static final String ROLES = "select (to_jsonb(a) - 'oid')::text from pg_authid a order by 1";

    private static final String SCHEMAS = """
            select nspname || ' of ' || nspowner::regrole || ' ' || coalesce(nspacl::text, '') from pg_namespace
            where nspname in ('public', 'record')
            union all select datname || ' of ' || datdba::regrole || ' ' || coalesce(datacl::text, '') from pg_database
            order by 1
            """;

    /** What a database holds, read by a superuser, whom row-level security does not hold. */
    static DatabaseContent of(Connection connection) throws SQLException {
        Map<String, List<String>> parts = new TreeMap<>();
        for (String table : ask(connection, TABLES)) {
            parts.put(table, ask(connection, "select t::text from " + table + " t order by 1"));
        }
        parts.put("rights on relations", ask(connection, RELATIONS));
        parts.put("rights on columns", ask(connection, COLUMNS));
        parts.put("policies", ask(connection, POLICIES));
        parts.put("functions", ask(connection, FUNCTIONS));
        parts.put("roles", ask(connection, ROLES));
        parts.put("schemas", ask(connection, SCHEMAS));
        return new DatabaseContent(parts);
    }

    /** The names of what is not the same in another one. */
    Set<String> differences(DatabaseContent other) {
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), other.parts.get(name)));
        return names;
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return List.copyOf(texts);
        }
    }
}
