package io.averment.stack.devservices;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The module local-stack/stack as built in this checkout.
 *
 * @param arguments the argument file that its build wrote: how {@code java} is told to run it
 * @param folder where its test stack keeps its files: one folder for each state of the code, the topics and the realm, so that
 *     processes that share a stack agree on what it is. The checkout is part of it too: two checkouts may hold different services,
 *     whose migrations and consumer groups would meet
 */
record StackBuild(Path arguments, Path folder) {

    private static final String ARGUMENTS = "local-stack/stack/target/java.args";
    private static final int NAME_LENGTH = 16;

    /** Looks in the given folder and in those above it. */
    static StackBuild find(Path start) {
        for (@Nullable Path root = start; root != null; root = root.getParent()) {
            Path arguments = root.resolve(ARGUMENTS);
            if (Files.exists(arguments)) {
                return new StackBuild(arguments, cache().resolve("test-stacks").resolve(state(root, arguments)));
            }
        }
        throw new IllegalStateException(
                "local-stack/stack is not built; build it together with this module: -pl local-stack/stack,...");
    }

    /** Starts a main class of the module; its output goes to {@code stack.log} in the folder. */
    Process start(String main, Path argument) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        File log = folder.resolve("stack.log").toFile();
        return new ProcessBuilder(java, "@" + arguments, main, argument.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static Path cache() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("averment").toAbsolutePath();
    }

    private static String state(Path root, Path arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = new ArrayList<>(List.of(arguments));
            files.addAll(filesBelow(root.resolve("local-stack/stack/target/classes")));
            files.addAll(filesBelow(root.resolve("local-stack/realm")));
            for (Path file : files) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
