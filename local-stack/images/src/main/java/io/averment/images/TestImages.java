package io.averment.images;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.SoftwareBill;
import io.averment.stack.release.SoftwareBill.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Images of PostgreSQL, Kafka and Keycloak as local-stack starts them, for {@code k8s/overlays/local}, and of the client that tries them
 * in a cluster. For tests: nobody looks after them as after a product, and they have a shell, which their start scripts need. Not
 * thread-safe.
 */
final class TestImages {

    private static final String JAVA = "/java";
    private static final List<String> FOLDERS = List.of("/bin", "/usr/bin");
    /** What start scripts call, beside what a shell has built in. */
    private static final List<String> TOOLS =
            List.of("sh", "cat", "chmod", "dirname", "grep", "mkdir", "mv", "readlink", "rm", "sed", "uname", "xargs");

    private final Checkout checkout;
    private final TestParts parts;
    private final JavaRuntime java;
    private final Path drafts;

    /** @param drafts an existing folder for what is made on the way; it must stay until the images are made */
    TestImages(Checkout checkout, TestParts parts, JavaRuntime java, Path drafts) {
        this.checkout = checkout;
        this.parts = parts;
        this.java = java;
        this.drafts = drafts;
    }

    /** All four. */
    List<ServiceImage> all() throws IOException, InterruptedException {
        return List.of(postgresql(), kafka(), keycloak(), client());
    }

    private ServiceImage postgresql() throws IOException, InterruptedException {
        String home = "/opt/postgresql";
        List<Path> programs = new ArrayList<>(List.of(
                parts.postgresql().resolve("bin/postgres"), parts.postgresql().resolve("bin/initdb")));
        Layer server = new Layer("server");
        try (Stream<Path> all = Files.walk(parts.postgresql())) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                // What programs are linked with is no part of running them.
                boolean forLinking =
                        Files.isSymbolicLink(file) && TestParts.name(file).endsWith(".so");
                if (!TestParts.name(file).endsWith(".a") && !forLinking) {
                    server.file(home + "/" + parts.postgresql().relativize(file), file);
                }
            }
        }
        try (Stream<Path> libraries = Files.list(parts.postgresql().resolve("lib"))) {
            libraries
                    .filter(Files::isRegularFile)
                    .filter(file -> TestParts.name(file).contains(".so."))
                    .sorted()
                    .forEach(programs::add);
        }
        return image("test-postgresql", parts.postgresqlVersion(), programs, List.of(server), home + "/bin:/bin");
    }

    private ServiceImage kafka() throws IOException, InterruptedException {
        Layer server = new Layer("server");
        parts.jars().forEach(jar -> server.file("/opt/kafka/libs/" + TestParts.name(jar), jar));
        server.file("/opt/kafka/libs/" + TestParts.name(parts.kafkaTools()), parts.kafkaTools());
        return image("test-kafka", parts.kafkaVersion(), java.programs(), withJava(server), JAVA + "/bin:/bin");
    }

    private ServiceImage keycloak() throws IOException, InterruptedException {
        Layer server = new Layer("server");
        for (String folder : List.of("bin", "conf", "lib", "providers", "themes")) {
            server.folder("/opt/keycloak/" + folder, parts.keycloak().resolve(folder));
        }
        return image("test-keycloak", parts.keycloakVersion(), java.programs(), withJava(server), JAVA + "/bin:/bin");
    }

    private ServiceImage client() throws IOException, InterruptedException {
        Layer libraries = new Layer("libraries");
        parts.jars().forEach(jar -> libraries.file("/opt/averment/libs/" + TestParts.name(jar), jar));
        Layer classes = new Layer("classes").folder("/opt/averment/classes", parts.classes());
        List<Layer> layers = new ArrayList<>(withJava(libraries));
        layers.add(classes);
        return image("test-client", checkout.version(), java.programs(), layers, JAVA + "/bin:/bin");
    }

    private List<Layer> withJava(Layer layer) throws IOException {
        return List.of(java.layer(JAVA), layer);
    }

    private ServiceImage image(String name, String version, List<Path> programs, List<Layer> layers, String path)
            throws IOException, InterruptedException {
        List<Path> all = new ArrayList<>(programs);
        Layer tools = new Layer("tools");
        for (String tool : TOOLS) {
            Path file = tool(tool);
            all.add(file);
            tools.program("/bin/" + tool, file);
        }
        SystemFiles system = SystemFiles.of(all, Files.createDirectories(drafts.resolve(name)));
        List<Layer> whole = new ArrayList<>(List.of(system.layer(), tools));
        whole.addAll(layers);
        return new ServiceImage(
                "averment/" + name + ":" + version,
                name + "-" + version,
                new Base.Machine(),
                ImageMaking.processor(programs.getFirst()),
                whole,
                new TreeMap<>(Map.of("PATH", path, "LANG", "C.UTF-8")),
                List.of(),
                new TreeMap<>(Map.of(
                        "org.opencontainers.image.title",
                        "Averment " + name + ", for tests",
                        "org.opencontainers.image.version",
                        version,
                        "org.opencontainers.image.created",
                        checkout.time().toString())),
                bill(name, version, system.parts()));
    }

    private SoftwareBill bill(String name, String version, List<Part> system) throws IOException {
        Path empty = Files.writeString(
                drafts.resolve(name + ".json"),
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"version\": 1, \"components\": []}");
        List<Part> all = new ArrayList<>(system);
        all.add(new Part("application", name, version, "", "", new TreeMap<>()));
        return SoftwareBill.read(empty).with(all);
    }

    private static Path tool(String name) throws StackFailure {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no program " + name + " in " + FOLDERS + "."));
    }
}
