package io.averment.query.migration;

import io.averment.query.operation.FailedStart;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code migrate}. It is done within the start-up, before anything else of the service has begun, and then ends the process: it
 * needs the database and nothing else, no broker, no identity provider and no port.
 */
@ApplicationScoped
public class MigrationCommand {
    private static final String NAME = "migrate";
    private static final String DRY_RUN = "--dry-run";
    private static final List<List<String>> FORMS = List.of(List.of(NAME), List.of(NAME, DRY_RUN));

    /** Before everything else that looks at the configuration, the database or the broker. */
    private static final int BEFORE_ALL_OTHERS = 0;

    /** Whether these arguments are this command. */
    public static boolean isAskedForBy(List<String> arguments) {
        return FORMS.contains(arguments);
    }

    /** Runs it and ends the process: with 0 when the database is up to date, 3 when {@code --dry-run} says that it is not, else 1. */
    public static void run(String... arguments) {
        // Not at start, where nobody would say what was done.
        System.setProperty("quarkus.flyway.migrate-at-start", "false");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.level", "ERROR");
        System.setProperty("quarkus.log.category.\"io.quarkus.runtime.Application\".level", "OFF");
        System.setProperty("quarkus.log.category.\"io.agroal.pool\".level", "OFF");
        // What it has to say is said by Migration.
        System.setProperty("quarkus.log.category.\"org.flywaydb\".level", "OFF");
        Quarkus.run(null, MigrationCommand::end, arguments);
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("Not migrated: " + FailedStart.told(failure));
        }
        System.exit(code);
    }

    void onStart(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event,
            @CommandLineArguments String[] arguments,
            Config config,
            Instance<Flyway> flyway) {
        List<String> words = List.of(arguments);
        if (isAskedForBy(words)) {
            // Asks for the end, and keeps everything else from beginning until it comes.
            Quarkus.asyncExit(migrate(config, flyway, words.contains(DRY_RUN)));
            throw new PreventFurtherStepsException();
        }
    }

    private static int migrate(Config config, Instance<Flyway> flyway, boolean dryRun) {
        MigrationRoles roles;
        try {
            roles = MigrationRoles.configured(name -> value(config, name));
        } catch (MigrationRefusedException refused) {
            System.err.println("Not migrated: " + refused.getMessage() + ".");
            return Migration.FAILED;
        }
        return new Migration(flyway.get(), roles, System.out, System.err).run(dryRun);
    }

    private static Optional<String> value(Config config, String name) {
        try {
            return config.getOptionalValue(name, String.class);
        } catch (NoSuchElementException e) {
            // An expression in it names a property that is not set.
            return Optional.empty();
        }
    }
}
