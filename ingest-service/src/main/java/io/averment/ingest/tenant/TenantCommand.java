package io.averment.ingest.tenant;

import io.averment.ingest.operation.FailedStart;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The commands {@code tenant list} and {@code tenant erase}. Like {@code migrate} they are done within the start-up, need the database and its
 * owner's credentials and nothing else, and end the process.
 */
@ApplicationScoped
public class TenantCommand {
    private static final String NAME = "tenant";

    /** Before everything else that looks at the configuration, the database or the broker. */
    private static final int BEFORE_ALL_OTHERS = 0;

    /** Whether these arguments begin like one of the commands here. */
    public static boolean isNamedBy(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals(NAME);
    }

    /**
     * Runs it and ends the process: with 0 when it is done, 1 when it failed or was refused, 2 when it is not understood, 3 when
     * {@code --dry-run} says that there is something to erase.
     *
     * @param usage what is told then
     */
    public static void run(String usage, String... arguments) {
        if (TenantOrder.of(List.of(arguments)).isEmpty()) {
            System.err.print(usage);
            System.exit(TenantOrder.NOT_UNDERSTOOD);
        }
        System.setProperty("quarkus.flyway.migrate-at-start", "false");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.level", "ERROR");
        System.setProperty("quarkus.log.category.\"io.quarkus.runtime.Application\".level", "OFF");
        System.setProperty("quarkus.log.category.\"io.agroal.pool\".level", "OFF");
        // What a command finds is all that stands on its standard output.
        System.setProperty("quarkus.log.console.stderr", "true");
        Quarkus.run(null, TenantCommand::end, arguments);
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("Not done: " + FailedStart.told(failure));
        }
        System.exit(code);
    }

    void onStart(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event,
            @CommandLineArguments String[] arguments,
            Instance<Flyway> flyway) {
        List<String> words = List.of(arguments);
        if (isNamedBy(words)) {
            TenantOrder order = TenantOrder.of(words).orElseThrow();
            TenantOffice office = new TenantOffice(
                    flyway.get().getConfiguration().getDataSource(), System.in, System.out, System.err);
            // Asks for the end, and keeps everything else from beginning until it comes.
            Quarkus.asyncExit(office.carryOut(order, System.getProperty("user.name", "unknown")));
            throw new PreventFurtherStepsException();
        }
    }
}
