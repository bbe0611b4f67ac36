package io.averment.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the service, or, with the argument {@code migrate}, brings its database up to date and ends. */
@QuarkusMain
public final class IngestApplication {
    private static final String MIGRATE = "migrate";

    IngestApplication() {}

    public static void main(String... arguments) {
        if (List.of(arguments).contains(MIGRATE)) {
            System.setProperty("quarkus.init-and-exit", "true");
            System.setProperty("quarkus.flyway.migrate-at-start", "true");
            // A migration needs the database alone.
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
        }
        Quarkus.run(arguments);
    }
}
