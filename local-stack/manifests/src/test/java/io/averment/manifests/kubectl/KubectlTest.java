package io.averment.manifests.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {

    @TempDir
    Path folder = Path.of("");

    private Path program(String script) throws Exception {
        return executable(folder.resolve("kubectl"), "#!/bin/sh\n" + script + "\n");
    }

    private Optional<String> version(String said) throws Exception {
        program("echo '" + said + "'");
        return Kubectl.in(folder.resolve("nothing") + File.pathSeparator + folder)
                .map(Kubectl::version);
    }

    @Test
    void takesTheOneThatIsNewEnough() throws Exception {
        assertEquals(Optional.of("v1.32.4-dispatcher"), version("Client Version: v1.32.4-dispatcher"));
        assertEquals(
                Optional.of("v1.21.0"),
                version("Client Version: version.Info{Major:\"1\", Minor:\"21\", GitVersion:\"v1.21.0\"}"));
        assertEquals(Optional.of("v2.0.0"), version("Client Version: v2.0.0"));
    }

    @Test
    void refusesOlderOnesAndWhatIsNone() throws Exception {
        assertEquals(Optional.empty(), version("Client Version: version.Info{GitVersion:\"v1.20.15\"}"));
        assertEquals(Optional.empty(), version("something else"));
        assertEquals(Optional.empty(), Kubectl.in(folder.resolve("nothing").toString()));
    }

    /** Such as one for another processor. */
    @Test
    void passesOverWhatCannotBeStarted() throws Exception {
        Path foreign = executable(
                Files.createDirectories(folder.resolve("foreign")).resolve("kubectl"), "#!/nowhere/at/all\n");
        assertEquals(Optional.empty(), Kubectl.in(foreign.resolveSibling("").toString()));
        program("echo v1.30.0");
        assertEquals(
                Optional.of("v1.30.0"),
                Kubectl.in(foreign.resolveSibling("") + File.pathSeparator + folder)
                        .map(Kubectl::version));
    }

    @Test
    void passesOverOlderOneInFront() throws Exception {
        Path older = executable(
                Files.createDirectories(folder.resolve("older")).resolve("kubectl"), "#!/bin/sh\necho v1.20.1\n");
        program("echo v1.30.0");
        assertEquals(
                Optional.of("v1.30.0"),
                Kubectl.in(older.resolveSibling("") + File.pathSeparator + folder)
                        .map(Kubectl::version));
    }

    private static Path executable(Path file, String content) throws Exception {
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void givesWhatWasBuiltWithoutWarnings() throws Exception {
        Kubectl kubectl = new Kubectl(program("echo \"kind: $1\"; echo careful >&2"), "v1.21.0");
        assertEquals("kind: kustomize\n", kubectl.build(folder));
    }

    @Test
    void saysWhyNothingWasBuilt() throws Exception {
        Kubectl kubectl = new Kubectl(program("echo half; echo no such file >&2; exit 1"), "v1.21.0");
        assertEquals(
                "no such file",
                assertThrows(BuildFailure.class, () -> kubectl.build(folder)).said());
    }
}
