package io.averment.query;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * The executable. Without arguments it serves until it is stopped. With {@code migrate} it brings the database up to date with
 * the owner's credentials (AVERMENT_MIGRATION_USERNAME, AVERMENT_MIGRATION_PASSWORD) and exits: 0 when done, 1 when not.
 */
@QuarkusMain
public final class QueryApplication {
    private static final String MIGRATE = "migrate";
    private static final int USAGE_ERROR = 2;

    private QueryApplication() {}

    public static void main(String... arguments) {
        if (List.of(arguments).equals(List.of(MIGRATE))) {
            System.setProperty("quarkus.init-and-exit", "true");
            System.setProperty("quarkus.flyway.migrate-at-start", "true");
            // Migrating needs the database and nothing else.
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
        } else if (arguments.length > 0) {
            System.err.println("The only argument is 'migrate'; without it the service starts.");
            System.exit(USAGE_ERROR);
        }
        Quarkus.run(arguments);
    }
}
