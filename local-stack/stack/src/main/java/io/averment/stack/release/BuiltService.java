package io.averment.stack.release;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

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
        return SoftwareBill.read(required("target/" + name() + "-dependency-cyclonedx.json"));
    }

    /** The folder with its form for the JVM. */
    public Path app() throws StackFailure {
        return required("target/quarkus-app");
    }

    /** Its native executable of this version, if one was made. */
    public Optional<Path> executable() {
        Path runner = target().resolve(name() + "-runner");
        return Files.isRegularFile(runner) && Files.isExecutable(runner) ? Optional.of(runner) : Optional.empty();
    }

    /**
     * The same.
     *
     * @throws StackFailure if none was made
     */
    public Path requiredExecutable() throws StackFailure {
        return executable()
                .orElseThrow(() -> new StackFailure("There is no native executable of " + module()
                        + ". Make it with: ./averment native " + module()));
    }

    /** The commit that its form for the JVM was built at, as it says of itself; empty where its build was not told. */
    public Optional<String> commit() throws IOException {
        return commit(required("target/quarkus-app/app/" + name() + ".jar"));
    }

    /** The same of its native executable, which may be older; empty as well where the jar that it was made of is not there any more. */
    public Optional<String> commitOfExecutable() throws IOException {
        Path jar = target().resolve(name() + "-native-image-source-jar").resolve(name() + "-runner.jar");
        // One that is newer was made for an executable that was never done.
        boolean isIts = Files.isRegularFile(jar)
                && Files.getLastModifiedTime(requiredExecutable()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        return isIts ? commit(jar) : Optional.empty();
    }

    private Optional<String> commit(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            // The version, and then the commit, as the program itself reads them for --version.
            @Nullable ZipEntry entry = content.getEntry("io/averment/" + service + "/version.txt");
            if (entry == null) {
                throw new StackFailure(root.relativize(jar) + " does not say what it was built from.");
            }
            try (InputStream text = content.getInputStream(entry)) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .skip(1)
                        .findFirst();
            }
        }
    }

    private Path target() {
        return root.resolve(module()).resolve("target");
    }

    private String name() {
        return module() + "-" + version;
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
