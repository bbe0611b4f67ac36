package io.averment.ingest.tenant;

import io.averment.ingest.article.Tenant;
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
            select count(distinct article_id),
                coalesce(sum(coalesce(octet_length(headline), 0) + coalesce(octet_length(body), 0)), 0),
                min(accepted_at), max(accepted_at)
            from public.revision where tenant = current_setting('averment.tenant')
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
     * @param articles taken in, withdrawn ones too
     * @param bytes of headlines and bodies of all revisions
     * @param first when the first was accepted, as the database writes it; empty when there is none
     * @param last the same of the last
     */
    record Standing(Tenant tenant, long articles, long bytes, String first, String last) {

        /** In a line, for people. */
        String told() {
            return tenant.name() + ": " + articles + " articles, " + bytes + " bytes"
                    + (first.isEmpty() ? "" : ", from " + first + " to " + last);
        }
    }

    /** Every tenant of which there is an article, by name. */
    List<Standing> list() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            statement.execute("set averment.scope = 'tenants'");
            try (ResultSet rows = statement.executeQuery("select accepted_tenants()")) {
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
