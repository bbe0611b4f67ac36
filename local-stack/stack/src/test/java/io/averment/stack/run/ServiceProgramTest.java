package io.averment.stack.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.process.StackFailure;
import io.averment.stack.servers.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramTest {

    @TempDir
    private Path folder = Path.of("");

    /** Those of other versions may lie beside it. */
    @Test
    void startsTheExecutableOfTheCheckoutsVersion() throws Exception {
        Path target = Files.createDirectories(folder.resolve("ingest-service/target"));
        for (String version : List.of("1.0", "1.1", "1.2")) {
            Files.setPosixFilePermissions(
                    Files.createFile(target.resolve("ingest-service-" + version + "-runner")),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Checkout checkout = new Checkout(folder, "1.1", folder);
        assertEquals(
                List.of(target.resolve("ingest-service-1.1-runner").toString(), "-Xmx128m"),
                ServiceProgram.INGEST.nativeCommand(checkout));
        assertThrows(StackFailure.class, () -> ServiceProgram.QUERY.nativeCommand(checkout));
    }
}
