package io.averment.ingest.reanalysis;

import io.averment.ingest.ingestion.Republication;
import io.averment.ingest.outbox.Outbox;
import io.averment.ingest.security.RowSecurity;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code reanalyse}. Like {@code migrate} it is done within the start-up and ends the process. It needs the database, as the
 * service's role, and nothing else: what it puts into the outbox is published by the running services.
 */
@ApplicationScoped
public class ReanalysisCommand {
    /** Before everything else that looks at the configuration, the database or the broker. */
    private static final int BEFORE_ALL_OTHERS = 0;

    /** Whether these arguments begin like the command. */
    public static boolean isNamedBy(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals(ReanalysisOrder.NAME);
    }

    /**
     * Runs it and ends the process: with 0 when it is done, 1 when it failed or was refused, 2 when it is not understood, 3 when
     * {@code --dry-run} says that there is something to send.
     *
     * @param usage what is told then
     */
    public static void run(String usage, String... arguments) {
        if (ReanalysisOrder.of(List.of(arguments)).isEmpty()) {
            System.err.print(usage);
            System.exit(ReanalysisOrder.NOT_UNDERSTOOD);
        }
        System.setProperty("quarkus.flyway.migrate-at-start", "false");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        // What it has to say is said by ReanalysisOffice: a failure's message may repeat what stands in rows.
        System.setProperty("quarkus.log.level", "OFF");
        // What a command finds is all that stands on its standard output.
        System.setProperty("quarkus.log.console.stderr", "true");
        Quarkus.run(null, ReanalysisCommand::end, arguments);
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.println("Not done: " + cause.getMessage());
        }
        System.exit(code);
    }

    void onStart(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event,
            @CommandLineArguments String[] arguments,
            Instance<RowSecurity> rows,
            Instance<Republication> republication,
            Instance<Outbox> outbox,
            Instance<Clock> clock) {
        List<String> words = List.of(arguments);
        if (isNamedBy(words)) {
            ReanalysisOffice office = new ReanalysisOffice(
                    order -> new Reanalysis(
                            rows.get(), republication.get(), outbox.get(), clock.get(), Pace.USUAL, order),
                    System.in,
                    System.out,
                    System.err);
            // Asks for the end, and keeps everything else from beginning until it comes.
            Quarkus.asyncExit(office.carryOut(ReanalysisOrder.of(words).orElseThrow()));
            throw new PreventFurtherStepsException();
        }
    }
}
