package io.averment.query.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may migrate: the owner of the tables, who is not the role that the service works as. A service that owned its tables would not be
 * held by row-level security.
 *
 * @param owner the role that migrates
 * @param service the role that the tables are granted to
 */
record MigrationRoles(String owner, String service) {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String SERVICE = "quarkus.datasource.username";
    private static final String OWNER = "averment.migration.username";
    private static final String PASSWORD = "averment.migration.password";

    private static final String RIGHTS = """
            select current_user, has_schema_privilege('public', 'create'),
                exists (select from pg_catalog.pg_roles where rolname = ?)
            """;

    /** The roles that the configuration names. */
    static MigrationRoles configured(Function<String, Optional<String>> property) throws MigrationRefusedException {
        required(property, URL, "where the database is");
        String service =
                required(property, SERVICE, "the role that the service works as, to which the tables are granted");
        String owner = required(property, OWNER, "the owner of the tables, as whom migrations run");
        required(property, PASSWORD, "the owner's password");
        if (owner.equals(service)) {
            throw new MigrationRefusedException(
                    OWNER + " is the service's role " + service
                            + ". Migrations run as the owner of the tables, which must be another role: row-level security does not hold an owner");
        }
        return new MigrationRoles(owner, service);
    }

    private static String required(Function<String, Optional<String>> property, String name, String meaning)
            throws MigrationRefusedException {
        return property.apply(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new MigrationRefusedException(name + " is not set: " + meaning));
    }

    /** Refuses a connection whose role cannot migrate, and a database without the service's role. */
    void requireIn(Connection connection) throws SQLException, MigrationRefusedException {
        try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
            statement.setString(1, service);
            try (ResultSet rights = statement.executeQuery()) {
                rights.next();
                if (!rights.getBoolean(2)) {
                    throw new MigrationRefusedException("the role " + rights.getString(1)
                            + " may not create tables. Migrations run as the owner, not as the service");
                }
                if (!rights.getBoolean(3)) {
                    throw new MigrationRefusedException("there is no role " + service
                            + " in the database. Create it first; the tables are granted to it");
                }
            }
        }
    }
}
