package io.averment.stack.release;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The archives of one service: one for the JVM, and one with its native executable if there is one.
 *
 * @param root the repository
 * @param service its name, as {@code ingest}
 * @param version of the project
 * @param time of every entry
 */
record ServiceRelease(Path root, String service, String version, Instant time) {

    private static final String SCRIPT = "start.sh";

    private static final String JVM_TEXTS = "\nTheir texts are in the jars below `quarkus-app/lib`.\n";
    private static final String NATIVE_TEXTS = """

            Their texts, as their jars have them: THIRD-PARTY-TEXTS.txt. The executable also holds what it uses of the JDK's class library and of
            GraalVM's runtime: GPL-2.0 with the Classpath Exception, which lets it be part of a program under any licence.
            """;

    /** Writes the archives into a folder; their paths. */
    List<Path> write(Path folder) throws IOException, StackFailure {
        SoftwareBill bill =
                SoftwareBill.read(required("target/" + service + "-service-" + version + "-dependency-cyclonedx.json"));
        Path jvm = folder.resolve(name() + "-jvm.tar.gz");
        Archive forJvm = common(bill, Needs.JVM, JVM_TEXTS);
        forJvm.addProgram(program(), resource(SCRIPT));
        Path app = required("target/quarkus-app");
        forJvm.addAll("quarkus-app", app);
        forJvm.write(name(), jvm);

        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            return List.of(jvm);
        }
        ElfFile elf = ElfFile.read(executable.get());
        Path ready = folder.resolve(name() + "-linux-" + elf.machine() + ".tar.gz");
        Archive forLinux = common(bill, Needs.of(elf), NATIVE_TEXTS);
        forLinux.addProgram(program(), executable.get());
        forLinux.add("THIRD-PARTY-TEXTS.txt", LicenceTexts.of(app.resolve("lib")));
        forLinux.write(name(), ready);
        return List.of(jvm, ready);
    }

    private Archive common(SoftwareBill bill, String needs, String texts) throws IOException, StackFailure {
        Archive archive = new Archive(time);
        archive.add("LICENSE", root.resolve("LICENSE"));
        archive.add("NOTICE", root.resolve("NOTICE"));
        archive.add("CONFIGURATION.md", required("CONFIGURATION.md"));
        archive.add("sbom.cdx.json", bill.json());
        archive.add("THIRD-PARTY.md", bill.licences() + texts);
        archive.add(
                "README.md",
                resource("README.md")
                        .replace("@service@", service)
                        .replace("@version@", version)
                        .replace("@needs@", needs));
        archive.addAll("systemd", required("src/main/systemd"));
        return archive;
    }

    private String name() {
        return program() + "-" + version;
    }

    private String program() {
        return "averment-" + service;
    }

    private Path module() {
        return root.resolve(service + "-service");
    }

    private Path required(String path) throws StackFailure {
        Path file = module().resolve(path);
        if (!Files.exists(file)) {
            throw new StackFailure(root.relativize(file) + " is not there: start this through ./averment release.");
        }
        return file;
    }

    private Optional<Path> executable() {
        Path runner = module().resolve("target").resolve(service + "-service-" + version + "-runner");
        return Files.isRegularFile(runner) ? Optional.of(runner) : Optional.empty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ServiceRelease.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
