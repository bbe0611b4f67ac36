package io.averment.images;

import io.averment.stack.commandline.UsageFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A repository with three small services that look as the build leaves them; ingest has a native executable too. */
record BuiltServices(Path root) {

    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    /** What must be in no image. */
    static final String SECRET = "keep-this-to-yourself";

    /** Of the forms for the JVM. */
    static final String COMMIT = "abcdef012345";

    /** Of the executable, which was not made again since. */
    static final String EARLIER = "0123456789ab";

    private static final String LICENCE = "META-INF/LICENSE";
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String BILL = """
            {
              "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": "urn:uuid:1",
              "metadata": {"timestamp": "2026-11-26T07:42:54Z", "component": {"name": "x"}},
              "components": [
                {"bom-ref": "pkg:maven/org.boats/oar@2", "group": "org.boats", "name": "oar", "version": "2",
                  "licenses": [{"license": {"id": "MIT"}}]}
              ],
              "dependencies": []
            }
            """;

    static BuiltServices in(Path root) throws IOException {
        BuiltServices services = new BuiltServices(root);
        services.write("LICENSE", "Apache\n");
        services.write("NOTICE", "Averment\n");
        for (String service : List.of("ingest", "analysis", "query")) {
            String target = service + "-service/target/";
            services.write(target + "quarkus-app/quarkus-run.jar", "runner");
            services.jar(target + "quarkus-app/lib/main/oar.jar", LICENCE, "May be rowed by anybody.");
            services.jar(target + "quarkus-app/lib/boot/keel.jar", LICENCE, "May be laid by anybody.");
            services.jar(
                    target + "quarkus-app/app/" + service + "-service-1.2.3.jar",
                    "io/averment/" + service + "/version.txt",
                    "1.2.3\n" + COMMIT + "\n");
            services.write(target + "quarkus-app/quarkus/generated.jar", "generated");
            services.write(target + "quarkus-app/.env", SECRET);
            services.write(target + "quarkus-app/config/application.properties", SECRET);
            services.write(target + service + "-service-1.2.3-dependency-cyclonedx.json", BILL);
        }
        services.jar(
                "ingest-service/target/ingest-service-1.2.3-native-image-source-jar/ingest-service-1.2.3-runner.jar",
                "io/averment/ingest/version.txt",
                "1.2.3\n" + EARLIER + "\n");
        // A small program that every JDK for Linux has.
        Files.copy(
                JAVA_HOME.resolve("lib/jspawnhelper"),
                root.resolve("ingest-service/target/ingest-service-1.2.3-runner"));
        return services;
    }

    private void jar(String file, String name, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(path))) {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(FileTime.from(TIME));
            jar.putNextEntry(entry);
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
    }

    /** A runtime that could not run much: a launcher with its library. */
    static JavaRuntime runtime(Path folder) throws IOException {
        for (String file : List.of(
                "bin/java",
                "lib/libjli.so",
                "lib/security/cacerts",
                "conf/net.properties",
                "legal/java.base/LICENSE")) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(JAVA_HOME.resolve(file), copy);
        }
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"25\"\n");
        Files.writeString(folder.resolve("bin/keytool"), "no part of it");
        return new JavaRuntime(folder, JAVA_HOME);
    }

    /** Runs the command; what it printed. */
    String images(String... words) throws IOException, UsageFailure, InterruptedException {
        return images(JAVA_HOME, words);
    }

    /** The same with another JDK. */
    String images(Path jdk, String... words) throws IOException, UsageFailure, InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        ImagesCommand.run(new Checkout(root, "1.2.3", TIME, jdk), BuiltServices::runtime, List.of(words), out, out);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
