package io.averment.stack.release;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the build has made of one service.
 *
 * @param root the repository
 * @param service its name, as {@code ingest}
 * @param version of the project
 */
public record BuiltService(Path root, String service, String version) {

    /** The program's name, as {@code averment-ingest}. */
    public String program() {
        return "averment-" + service;
    }

    /** The folder of its module, which is also the service's long name, as {@code ingest-service}. */
    public String module() {
        return service + "-service";
    }

    /** What it consists of. */
    public SoftwareBill bill() throws IOException {
        return SoftwareBill.read(required("target/" + module() + "-" + version + "-dependency-cyclonedx.json"));
    }

    /** The folder with its form for the JVM. */
    public Path app() throws StackFailure {
        return required("target/quarkus-app");
    }

    /** Its native executable of this version, if one was made. */
    public Optional<Path> executable() {
        Path runner = root.resolve(module()).resolve("target").resolve(module() + "-" + version + "-runner");
        return Files.isRegularFile(runner) ? Optional.of(runner) : Optional.empty();
    }

    /**
     * A file or folder of its module.
     *
     * @throws StackFailure if it is not there
     */
    public Path required(String path) throws StackFailure {
        Path file = root.resolve(module()).resolve(path);
        if (!Files.exists(file)) {
            throw new StackFailure(root.relativize(file) + " is not there: start this through ./averment.");
        }
        return file;
    }
}
