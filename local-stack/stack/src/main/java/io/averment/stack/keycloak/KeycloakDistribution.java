package io.averment.stack.keycloak;

import io.averment.stack.process.Folders;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Launch;
import io.averment.stack.process.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is dear to make and the same for every start, kept in the cache folder: the distribution, unpacked and built for its
 * options; and a database that holds the realm, by the hash of the realm's files.
 *
 * @param archive the distribution's zip
 * @param realm the folder with the realm's files
 */
record KeycloakDistribution(Path archive, Path realm) {

    /** The database's file is this with {@code .mv.db} appended. */
    static final String DATABASE = "realm";

    /** Options that the build fixes; changing them has to change the cache folder's name, so they are part of it. */
    private static final List<String> BUILD = List.of("--db=dev-file", "--cache=local", "--health-enabled=true");

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(4);
    private static final String SUFFIX = ".zip";

    /** What the realm's file leaves open, so that it holds no secret and nothing that is for one machine only. */
    private static final Map<String, String> DEMO =
            Map.of("AVERMENT_MACHINE_SECRET", "demo-averment-machine", "AVERMENT_DEMO_CLIENT", "true");

    /** The home folder of a distribution that is ready for {@code start --optimized}. */
    Path built(Guardian guardian, Path log) throws IOException, InterruptedException {
        String name = archive.getFileName().toString();
        if (!name.endsWith(SUFFIX) || !Files.exists(archive)) {
            throw new StackFailure("Keycloak's distribution is not where the build put it: " + archive);
        }
        String stem = name.substring(0, name.length() - SUFFIX.length());
        Path folder = Folders.cache().resolve(stem + "-" + hash(List.of(), String.join(" ", BUILD)));
        return Folders.makeOnce(folder, draft -> {
            unpack(draft);
            guardian.run(launch("keycloak-build", draft, log, arguments("build", BUILD)), BUILD_LIMIT);
        });
    }

    /** A folder with a database that holds the realm; only ever copied. */
    Path imported(Guardian guardian, Path home, Path log) throws IOException, InterruptedException {
        String name = "realm-" + hash(realmFiles(), home.getFileName().toString());
        return Folders.makeOnce(
                Folders.cache().resolve(name),
                draft -> guardian.run(
                        launch(
                                "keycloak-import",
                                home,
                                log,
                                List.of(
                                        "import",
                                        "--optimized",
                                        "--dir=" + realm,
                                        "--db-url=" + databaseUrl(draft.resolve(DATABASE)))),
                        BUILD_LIMIT));
    }

    static String databaseUrl(Path database) {
        return "jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** A run of Keycloak's own start script. */
    static Launch launch(String name, Path home, Path log, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        // Replaces the script's own options: its collector takes more memory and a thread a core.
        String options = "-Xms64m -Xmx320m -XX:MetaspaceSize=96M -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
                + " -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8";
        Map<String, String> environment = new HashMap<>(DEMO);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS", options);
        return new Launch(name, Launch.Stage.SERVER, Launch.StopSignal.TERM, command, environment, home, log);
    }

    private static List<String> arguments(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(options);
        return arguments;
    }

    private void unpack(Path folder) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path inArchive = Path.of(entry.getName()).normalize();
                // The archive has one folder at its top.
                if (inArchive.isAbsolute() || inArchive.startsWith("..")) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (inArchive.getNameCount() == 1) {
                    continue;
                }
                Path target = folder.resolve(inArchive.subpath(1, inArchive.getNameCount()));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
        Files.setPosixFilePermissions(folder.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<Path> realmFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(realm, "*.json")) {
            listing.forEach(files::add);
        }
        if (files.isEmpty()) {
            throw new StackFailure("There is no realm file in " + realm);
        }
        files.sort(null);
        return files;
    }

    private static String hash(List<Path> files, String text) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
