package io.averment.query.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Compares the rows that two schemas of the record hold, as the superuser. */
public final class RecordSchemas {
    private static final String TABLES = """
            select c.relname from pg_class c where c.relnamespace = 'record'::regnamespace and c.relkind in ('p', 'r')
                and not c.relispartition order by 1
            """;

    private RecordSchemas() {}

    /** Every table of the record. */
    public static List<String> tables() {
        return rows(TABLES);
    }

    /** The rows of a table that only one of the schemas has, in whole; three of each at most. */
    public static List<String> differences(String one, String other, String table, String condition) {
        List<String> found = new ArrayList<>(difference(whole(one, table, condition), whole(other, table, condition)));
        found.addAll(difference(whole(other, table, condition), whole(one, table, condition)));
        return found;
    }

    private static String whole(String schema, String table, String condition) {
        return "select to_jsonb(r) from " + schema + '.' + table + " r where " + condition;
    }

    /** The same of what is current, but for when the record learnt it. */
    public static List<String> currentDifferences(String one, String other, String table, String condition) {
        List<String> found =
                new ArrayList<>(difference(current(one, table, condition), current(other, table, condition)));
        found.addAll(difference(current(other, table, condition), current(one, table, condition)));
        return found;
    }

    private static String current(String schema, String table, String condition) {
        return "select to_jsonb(r) - 'recorded_from' from " + schema + '.' + table + " r where " + condition
                + " and coalesce(to_jsonb(r) ->> 'recorded_to', 'infinity') = 'infinity'";
    }

    private static List<String> difference(String one, String other) {
        return rows("select cast(d as text) from (" + one + " except all " + other + ") as d limit 3");
    }

    /** The first column of what the superuser finds. */
    public static List<String> rows(String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    /** A connection of the superuser's. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                "demo-postgres");
    }
}
