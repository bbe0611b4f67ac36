package io.averment.query.operation;

import java.sql.SQLException;
import java.util.Optional;

/** What the database said to a command, in words for what an operator can mend; never its own, which may repeat what stands in rows. */
public final class DatabaseAnswer {
    private static final String ADDRESS = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final int LONGEST_CHAIN = 50;

    private DatabaseAnswer() {}

    /** As whom the database was asked. */
    public enum Role {
        SERVICE("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD"),
        OWNER("AVERMENT_MIGRATION_USERNAME", "AVERMENT_MIGRATION_PASSWORD");

        private final String username;
        private final String password;

        Role(String username, String password) {
            this.username = username;
            this.password = password;
        }
    }

    /** The answer that a failure goes back to; empty when it does to none. */
    public static Optional<SQLException> in(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < LONGEST_CHAIN; i++) {
            if (cause instanceof SQLException answer) {
                return Optional.of(answer);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** By the classes of states that the SQL standard and PostgreSQL have, without a full stop. */
    public static String told(SQLException answer, Role as) {
        String state = String.valueOf(answer.getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" ->
                "the database cannot be reached; look whether it runs, and at its address " + ADDRESS + " (state "
                        + state + ")";
            case "28" ->
                "the database does not take the name and password in " + as.username + " and " + as.password
                        + " (state " + state + ")";
            case "3D" -> "there is no such database; look at its address " + ADDRESS + " (state " + state + ")";
            case "3F", "42" ->
                "tables or rights are not there; migrate first, and look at the name in " + as.username + " (state "
                        + state + ")";
            default -> "the database answered with the state " + state;
        };
    }
}
