package io.averment.query;

import io.averment.query.command.OperatorCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * The executable. Without arguments it serves until it is stopped. With {@code migrate} it brings the database up to date with
 * the owner's credentials (AVERMENT_MIGRATION_USERNAME, AVERMENT_MIGRATION_PASSWORD) and exits: 0 when done, 1 when not. What else an
 * operator can do is said by {@link OperatorCommand#USAGE}.
 */
@QuarkusMain
public final class QueryApplication {
    private static final String MIGRATE = "migrate";
    private static final int USAGE_ERROR = 2;

    private QueryApplication() {}

    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.equals(List.of("--help")) || words.equals(List.of("help"))) {
            System.out.print(OperatorCommand.USAGE);
            return;
        }
        if (words.equals(List.of(MIGRATE))) {
            System.setProperty("quarkus.init-and-exit", "true");
            System.setProperty("quarkus.flyway.migrate-at-start", "true");
            // Migrating needs the database and nothing else.
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
        } else if (OperatorCommand.isNamedBy(words)) {
            needDatabaseOnly();
            Quarkus.run(OperatorCommand.class, arguments);
            return;
        } else if (!words.isEmpty()) {
            System.err.print(OperatorCommand.USAGE);
            System.exit(USAGE_ERROR);
        }
        Quarkus.run(arguments);
    }

    /** A command stands beside the running service: it takes no messages and no port. */
    private static void needDatabaseOnly() {
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.flyway.migrate-at-start", "false");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host", "127.0.0.1");
        System.setProperty("quarkus.management.port", "0");
        System.setProperty("mp.messaging.incoming.analyses.enabled", "false");
        System.setProperty("mp.messaging.incoming.withdrawals.enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.level", "WARN");
        // What a command finds is all that stands on its standard output.
        System.setProperty("quarkus.log.console.stderr", "true");
    }
}
