package io.averment.images;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.SoftwareBill.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java runtime for the services, made of a JDK.
 *
 * @param folder where it stands
 * @param jdk the JDK that it was made of
 */
record JavaRuntime(Path folder, Path jdk) {

    /**
     * The whole standard platform, and of the JDK's own what frameworks look for while they run: Unsafe, processors' and heap's figures,
     * options of sockets, archives as file systems, character sets that readers name, recordings, names by DNS.
     */
    static final List<String> MODULES = List.of(
            "java.se",
            "jdk.unsupported",
            "jdk.management",
            "jdk.net",
            "jdk.zipfs",
            "jdk.charsets",
            "jdk.jfr",
            "jdk.naming.dns");

    /** Where a runtime comes from. */
    @FunctionalInterface
    interface Source {
        /** Makes one in a folder that does not exist yet. */
        JavaRuntime make(Path folder) throws IOException, InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /**
     * Makes one; the same JDK and modules give the same bytes.
     *
     * @param folder that does not exist yet
     * @throws StackFailure if the JDK cannot
     */
    static JavaRuntime link(Path jdk, List<String> modules, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process = new ProcessBuilder(
                        jdk.resolve("bin/jlink").toString(),
                        "--add-modules",
                        String.join(",", modules),
                        "--output",
                        folder.toString(),
                        "--no-header-files",
                        "--no-man-pages",
                        // Screens, fonts and sound, which would need libraries of their own.
                        "--exclude-files=glob:/java.desktop/lib/**",
                        // Starts in half the time.
                        "--generate-cds-archive")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE)) {
            process.destroyForcibly();
            throw new StackFailure("jlink of " + jdk + " does not end.");
        }
        if (process.exitValue() != 0) {
            throw new StackFailure("jlink of " + jdk + " could make no runtime: "
                    + Files.readString(log, StandardCharsets.UTF_8).strip());
        }
        // For heaps of more than 32 GiB.
        Files.deleteIfExists(folder.resolve("lib/server/classes_nocoops.jsa"));
        requireCertificates(folder.resolve("lib/security/cacerts"), jdk);
        return new JavaRuntime(folder, jdk);
    }

    /** In JDKs of distributions this is a link to a file of another package, which may not be there. Without it nobody is trusted. */
    static void requireCertificates(Path authorities, Path jdk) throws IOException {
        int trusted;
        try {
            // As Java itself opens it, which needs no password to read certificates.
            trusted = KeyStore.getInstance(authorities.toFile(), (char @Nullable []) null)
                    .size();
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            throw new StackFailure(
                    "The runtime of " + jdk + " has no authorities of certificates in lib/security/cacerts.", e);
        }
        if (trusted == 0) {
            throw new StackFailure(
                    "The runtime of " + jdk + " trusts no authority of certificates: lib/security/cacerts is empty.");
        }
    }

    Path java() {
        return folder.resolve("bin/java");
    }

    /** Its programs and libraries, {@code java} first. */
    List<Path> programs() throws IOException {
        List<Path> programs = new ArrayList<>(List.of(java()));
        try (Stream<Path> all = Files.walk(folder.resolve("lib"))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".so"))
                    .sorted()
                    .forEach(programs::add);
        }
        return List.copyOf(programs);
    }

    /** All of it but its tools: of its programs only {@code java}. */
    Layer layer(String path) throws IOException {
        return new Layer("java")
                .program(path + "/bin/java", java())
                .folder(path + "/lib", folder.resolve("lib"))
                .folder(path + "/conf", folder.resolve("conf"))
                .folder(path + "/legal", folder.resolve("legal"))
                .file(path + "/release", folder.resolve("release"));
    }

    /** Its entry in a bill of materials. */
    Part part() throws IOException {
        Properties release = new Properties();
        try (Reader lines = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(lines);
        }
        String version = plain(release, "JAVA_RUNTIME_VERSION", plain(release, "JAVA_VERSION", ""));
        String maker = plain(release, "IMPLEMENTOR", "unknown maker");
        String address = "pkg:generic/openjdk@" + version.replace("+", "%2B");
        return new Part("platform", "OpenJDK (" + maker + ")", version, address, licence(), new TreeMap<>());
    }

    private static String plain(Properties release, String name, String otherwise) {
        return release.getProperty(name, otherwise).replace("\"", "");
    }

    private String licence() throws IOException {
        Path file = jdk.resolve("legal/java.base/LICENSE");
        boolean free =
                Files.isRegularFile(file) && Files.readString(file).contains("\"CLASSPATH\" EXCEPTION TO THE GPL");
        return free ? "GPL-2.0-only WITH Classpath-exception-2.0" : "";
    }
}
