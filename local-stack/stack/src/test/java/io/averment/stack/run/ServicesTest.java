package io.averment.stack.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.process.Guardian;
import io.averment.stack.process.StackFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    @TempDir
    private Path root = Path.of("");

    private final RunPorts ports = new RunPorts(RunPorts.DEFAULT_BASE);

    private String migrate(String script) throws Exception {
        RunFolder folder = new RunFolder(root.resolve("state"));
        Services services = PlayedService.of(root, ServiceProgram.QUERY, script).services(folder, ports);
        try (Guardian guardian = Guardian.start(folder.processes())) {
            return services.migrate(guardian, ServiceProgram.QUERY);
        }
    }

    @Test
    void tellsWhereAMigrationBroughtTheDatabase() throws Exception {
        assertEquals("The database is at version 7.", migrate("""
                [[ $* == "-Xmx128m migrate" ]] || exit 9
                echo "applied  7  words"
                echo "The database is at version 7."
                echo "Note: something else."
                """));
    }

    @Test
    void namesTheLogOfAMigrationThatSaysNothing() {
        StackFailure failure = assertThrows(StackFailure.class, () -> migrate("echo Done."));
        assertEquals(
                "query-service-migration did not say where the database is; see "
                        + root.resolve("state/logs/query-service-migration.log"),
                failure.getMessage());
    }

    @Test
    void doesNotTakeWhatAnEarlierMigrationSaid() throws Exception {
        assertEquals("The database is empty.", migrate("echo The database is empty."));
        assertThrows(StackFailure.class, () -> migrate("echo Done."));
    }

    @Test
    void namesTheLogOfAMigrationThatFails() {
        StackFailure failure =
                assertThrows(StackFailure.class, () -> migrate("echo The database is at version 7.; exit 1"));
        assertEquals(
                "query-service-migration failed; see " + root.resolve("state/logs/query-service-migration.log"),
                failure.getMessage());
    }
}
