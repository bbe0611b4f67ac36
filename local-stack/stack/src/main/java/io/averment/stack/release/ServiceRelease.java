package io.averment.stack.release;

import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The archives of one service: one for the JVM, and one with its native executable if there is one.
 *
 * @param service as it was built
 * @param time of every entry
 */
record ServiceRelease(BuiltService service, Instant time) {

    private static final String SCRIPT = "start.sh";

    /** Writes the archives into a folder; their paths. */
    List<Path> write(Path folder) throws IOException, StackFailure {
        SoftwareBill bill = service.bill();
        Path jvm = folder.resolve(name() + "-jvm.tar.gz");
        Archive forJvm = common(bill, Needs.JVM, LicenceTexts.below("quarkus-app/lib"));
        forJvm.addProgram(service.program(), resource(SCRIPT));
        forJvm.addAll("quarkus-app", service.app());
        forJvm.write(name(), jvm);

        Optional<Path> executable = service.executable();
        if (executable.isEmpty()) {
            return List.of(jvm);
        }
        ElfFile elf = ElfFile.read(executable.get());
        Path ready = folder.resolve(name() + "-linux-" + elf.machine() + ".tar.gz");
        Archive forLinux = common(bill, Needs.of(elf), LicenceTexts.OF_EXECUTABLE);
        forLinux.addProgram(service.program(), executable.get());
        forLinux.add(LicenceTexts.FILE, LicenceTexts.of(service.app().resolve("lib")));
        forLinux.write(name(), ready);
        return List.of(jvm, ready);
    }

    private Archive common(SoftwareBill bill, String needs, String texts) throws IOException, StackFailure {
        Archive archive = new Archive(time);
        archive.add("LICENSE", service.root().resolve("LICENSE"));
        archive.add("NOTICE", service.root().resolve("NOTICE"));
        archive.add("CONFIGURATION.md", service.required("CONFIGURATION.md"));
        archive.add("sbom.cdx.json", bill.json());
        archive.add("THIRD-PARTY.md", bill.licences() + texts);
        archive.add(
                "README.md",
                resource("README.md")
                        .replace("@service@", service.service())
                        .replace("@version@", service.version())
                        .replace("@needs@", needs));
        archive.addAll("systemd", service.required("src/main/systemd"));
        return archive;
    }

    private String name() {
        return service.program() + "-" + service.version();
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
