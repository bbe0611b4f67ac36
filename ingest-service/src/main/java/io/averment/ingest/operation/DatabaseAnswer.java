package io.averment.ingest.operation;

import java.sql.SQLException;

/** What the database said to an owner's command, in words for what an operator can mend; never its own, which may repeat what stands in rows. */
public final class DatabaseAnswer {
    private static final String ADDRESS = "QUARKUS_DATASOURCE_JDBC_URL";

    private DatabaseAnswer() {}

    /** By the classes of states that the SQL standard and PostgreSQL have, without a full stop. */
    public static String told(SQLException answer) {
        String state = String.valueOf(answer.getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" ->
                "the database cannot be reached; look whether it runs, and at its address " + ADDRESS + " (state "
                        + state + ")";
            case "28" ->
                "the database does not take the name and password in AVERMENT_MIGRATION_USERNAME and"
                        + " AVERMENT_MIGRATION_PASSWORD (state " + state + ")";
            case "3D" -> "there is no such database; look at its address " + ADDRESS + " (state " + state + ")";
            default -> "the database answered with the state " + state;
        };
    }
}
