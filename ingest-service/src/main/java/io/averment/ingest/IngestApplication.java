package io.averment.ingest;

import io.averment.ingest.migration.MigrationCommand;
import io.averment.ingest.operation.ProgramVersion;
import io.averment.ingest.reanalysis.ReanalysisCommand;
import io.averment.ingest.tenant.TenantCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** The executable: without arguments it serves until it is stopped; else {@link #USAGE}. Exit code 2 when not understood. */
@QuarkusMain
public final class IngestApplication {
    static final String USAGE = """
            averment-ingest                            serves until it is stopped
            averment-ingest migrate                    brings the database up to date (owner's credentials)
            averment-ingest migrate --dry-run          says what that would do; exit code 3 if there is anything to do
            averment-ingest tenant list                which tenants there are, and which were erased (owner's credentials)
            averment-ingest tenant erase TENANT        erases everything of a tenant, once its name is typed (owner's credentials)
            averment-ingest tenant erase TENANT --yes  the same without asking
            averment-ingest tenant erase TENANT --dry-run
                                                       says what that would erase; exit code 3 if there is anything
            averment-ingest reanalyse TENANT           has the articles of a tenant analysed again, once its name is typed
                [--from INSTANT] [--to INSTANT]        only those whose latest revision was accepted then (to: not any more)
                [--article ID]...                      only these
                [--after ID]                           only those behind this one: goes on where it was broken off
                [--yes | --dry-run]                    without asking; or says how many, exit code 3 if there are any
            averment-ingest --version                  prints version and commit
            """;

    private static final int USAGE_ERROR = 2;

    private IngestApplication() {}

    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Quarkus.run(arguments);
        } else if (MigrationCommand.isAskedForBy(words)) {
            MigrationCommand.run(arguments);
        } else if (TenantCommand.isNamedBy(words)) {
            TenantCommand.run(USAGE, arguments);
        } else if (ReanalysisCommand.isNamedBy(words)) {
            ReanalysisCommand.run(USAGE, arguments);
        } else if (words.equals(List.of("--version"))) {
            System.out.print(ProgramVersion.text());
        } else if (words.equals(List.of("--help"))) {
            System.out.print(USAGE);
        } else {
            System.err.print(USAGE);
            System.exit(USAGE_ERROR);
        }
    }
}
