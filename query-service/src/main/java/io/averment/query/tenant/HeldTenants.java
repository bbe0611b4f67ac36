package io.averment.query.tenant;

import io.averment.query.record.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which tenants the database holds, and which were erased, as its owner sees it. Reads every row of a tenant once. Not thread-safe. */
final class HeldTenants {
    private static final String STANDING = """
            select (select count(*) from record.article where tenant = current_setting('averment.tenant') and recorded_to = 'infinity'),
                coalesce(sum(octet_length(payload)), 0), min(recorded_at), max(recorded_at)
            from public.log where tenant = current_setting('averment.tenant')
            """;

    private static final String ERASURES = """
            select erased_tenant, erased_by, rows_erased, begun_at, ended_at from public.tenant_erasure order by number
            """;

    private final Connection owner;

    HeldTenants(Connection owner) {
        this.owner = owner;
    }

    /**
     * What there is of a tenant.
     *
     * @param articles current ones of the record
     * @param bytes of all messages in its log
     * @param first when the first was recorded, as the database writes it; empty when there is none
     * @param last the same of the last
     */
    record Standing(Tenant tenant, long articles, long bytes, String first, String last) {

        /** In a line, for people. */
        String told() {
            return tenant.name() + ": " + articles + " articles, " + bytes + " bytes"
                    + (first.isEmpty() ? "" : ", from " + first + " to " + last);
        }
    }

    /** Every tenant of which there is anything in the log, by name. */
    List<Standing> list() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            statement.execute("set averment.scope = 'rebuild'");
            try (ResultSet rows = statement.executeQuery("select logged_tenants()")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            statement.execute("set averment.scope = ''");
        }
        List<Standing> held = new ArrayList<>();
        for (String name : names) {
            held.add(of(new Tenant(name)));
        }
        return List.copyOf(held);
    }

    /** What there is of one tenant; zeros when there is nothing. */
    Standing of(Tenant tenant) throws SQLException {
        try (PreparedStatement set = owner.prepareStatement("select set_config('averment.tenant', ?, false)");
                Statement statement = owner.createStatement()) {
            set.setString(1, tenant.name());
            set.execute();
            try (ResultSet rows = statement.executeQuery(STANDING)) {
                rows.next();
                return new Standing(
                        tenant,
                        rows.getLong(1),
                        rows.getLong(2),
                        Objects.requireNonNullElse(rows.getString(3), ""),
                        Objects.requireNonNullElse(rows.getString(4), ""));
            } finally {
                statement.execute("set averment.tenant = ''");
            }
        }
    }

    /** A line for each erasure, in the order in which they began. */
    List<String> erasures() throws SQLException {
        List<String> told = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(ERASURES)) {
            while (rows.next()) {
                String ended = rows.getString(5);
                told.add(rows.getString(1) + ": " + rows.getLong(3) + " rows erased by " + rows.getString(2)
                        + ", begun " + rows.getString(4) + (ended == null ? ", not ended" : ", ended " + ended));
            }
        }
        return List.copyOf(told);
    }
}
