package io.averment.ingest.tenant;

import io.averment.ingest.operation.DatabaseAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Carries an order out: results go to the standard output, progress and what is wrong to the standard error. Used once, by one thread. */
final class TenantOffice {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int TO_DO = 3;

    private final DataSource owners;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    TenantOffice(DataSource owners, InputStream in, PrintStream out, PrintStream err) {
        this.owners = owners;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Does what was asked for.
     *
     * @param by who asked
     * @return the exit code
     */
    int carryOut(TenantOrder order, String by) {
        try (Connection owner = owners.getConnection()) {
            requireOwner(owner);
            return switch (order) {
                case TenantOrder.Listing _ -> list(owner);
                case TenantOrder.Counting counting -> count(owner, counting);
                case TenantOrder.Erasure erasure -> erase(owner, erasure, by);
            };
        } catch (ErasureRefusedException refused) {
            err.println("Not done: " + refused.getMessage() + ".");
        } catch (FlywayException failure) {
            err.println("Failed: the database cannot be reached, or does not take the owner's name and password.");
        } catch (SQLException failure) {
            // Its message may repeat what stands in rows.
            err.println("Failed: " + DatabaseAnswer.told(failure)
                    + (order instanceof TenantOrder.Erasure
                            ? ". What is erased stays erased; do it again to go on."
                            : "."));
        } catch (IOException failure) {
            err.println("Failed: the standard input cannot be read.");
        }
        return FAILED;
    }

    private static void requireOwner(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select current_user, exists (select from pg_class c"
                        + " where c.oid = to_regclass('public.tenant_erasure')"
                        + " and pg_has_role(c.relowner, 'member'))")) {
            rows.next();
            if (!rows.getBoolean(2)) {
                throw new ErasureRefusedException("the role " + rows.getString(1)
                        + " does not own the tables, or they are not there yet; set averment.migration.username and"
                        + " averment.migration.password to the owner's, and migrate first");
            }
        }
    }

    private int list(Connection owner) throws SQLException {
        HeldTenants held = new HeldTenants(owner);
        held.list().forEach(standing -> out.println(standing.told()));
        held.erasures().forEach(erasure -> out.println("erased " + erasure));
        return DONE;
    }

    private int count(Connection owner, TenantOrder.Counting order) throws SQLException {
        long rows = new TenantErasure(owner).count(order.tenant(), out::println);
        out.println("would erase " + order.tenant().name() + ": " + rows + " rows");
        return rows == 0 ? DONE : TO_DO;
    }

    private int erase(Connection owner, TenantOrder.Erasure order, String by) throws SQLException, IOException {
        TenantErasure erasure = new TenantErasure(owner);
        erasure.tables();
        if (!order.isConfirmed()) {
            err.println(
                    "This erases " + new HeldTenants(owner).of(order.tenant()).told()
                            + ", and cannot be undone. Type the tenant's name to go on:");
            String typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (!order.tenant().name().equals(typed)) {
                throw new ErasureRefusedException("the name was not typed; --yes does without");
            }
        }
        long rows = erasure.erase(order.tenant(), by, err::println);
        out.println("erased " + order.tenant().name() + ": " + rows + " rows");
        return DONE;
    }
}
