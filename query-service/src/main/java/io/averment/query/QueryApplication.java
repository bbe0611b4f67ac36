package io.averment.query;

import io.averment.query.command.OperatorCommand;
import io.averment.query.migration.MigrationCommand;
import io.averment.query.operation.ProgramVersion;
import io.averment.query.tenant.TenantCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** The executable: without arguments it serves until it is stopped; else {@link OperatorCommand#USAGE}. Exit code 2 when not understood. */
@QuarkusMain
public final class QueryApplication {
    private static final int USAGE_ERROR = 2;

    private QueryApplication() {}

    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Quarkus.run(arguments);
        } else if (words.equals(List.of("--help")) || words.equals(List.of("help"))) {
            System.out.print(OperatorCommand.USAGE);
        } else if (MigrationCommand.isAskedForBy(words)) {
            MigrationCommand.run(arguments);
        } else if (TenantCommand.isNamedBy(words)) {
            TenantCommand.run(OperatorCommand.USAGE, arguments);
        } else if (OperatorCommand.isNamedBy(words)) {
            needDatabaseOnly();
            Quarkus.run(OperatorCommand.class, OperatorCommand::end, arguments);
        } else if (words.equals(List.of("--version"))) {
            System.out.print(ProgramVersion.text());
        } else {
            System.err.print(OperatorCommand.USAGE);
            System.exit(USAGE_ERROR);
        }
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
        System.setProperty("quarkus.log.level", "ERROR");
        // A command tells what is wrong in a line of its own; that no channel is read is wanted.
        System.setProperty("quarkus.log.category.\"io.quarkus.runtime.Application\".level", "OFF");
        System.setProperty("quarkus.log.category.\"io.agroal.pool\".level", "OFF");
        // What a command finds is all that stands on its standard output.
        System.setProperty("quarkus.log.console.stderr", "true");
    }
}
