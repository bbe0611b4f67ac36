package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import io.averment.stack.release.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    private static final String JVM = "ingest-service-1.2.3-jvm";
    private static final String NATIVE = "ingest-service-1.2.3";
    private static final String LOCK = ".averment-images.lock";

    @TempDir
    private static Path folder = Path.of("");

    private static BuiltServices services = new BuiltServices(Path.of(""));
    private static Path images = Path.of("");
    private static String printed = "";

    @BeforeAll
    static void makeImages() throws Exception {
        services = BuiltServices.in(folder.resolve("root"));
        images = folder.resolve("out");
        printed = services.images("--out", images.toString());
    }

    private static ImageFile image(String name) throws IOException {
        return ImageFile.read(images.resolve(name + ".tar"));
    }

    private static List<String> files(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.equals(LOCK))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesAnImageOfEachServiceAndOfEachExecutable() throws Exception {
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "analysis-service-1.2.3-jvm.cdx.json",
                        "analysis-service-1.2.3-jvm.tar",
                        "ingest-service-1.2.3-jvm.cdx.json",
                        "ingest-service-1.2.3-jvm.tar",
                        "ingest-service-1.2.3.cdx.json",
                        "ingest-service-1.2.3.tar",
                        "query-service-1.2.3-jvm.cdx.json",
                        "query-service-1.2.3-jvm.tar"),
                files(images));
        assertEquals(
                List.of(
                        "averment/ingest-service:1.2.3",
                        "averment/ingest-service:1.2.3-jvm",
                        "averment/analysis-service:1.2.3-jvm",
                        "averment/query-service:1.2.3-jvm"),
                printed.lines()
                        .filter(line -> line.matches(" *[0-9.]+ MB  \\S+  sha256:[0-9a-f]{64}"))
                        .map(line -> line.replaceFirst("^ *[0-9.]+ MB  (\\S+)  .*", "$1"))
                        .toList());
        assertEquals(List.of("averment/ingest-service:1.2.3"), image(NATIVE).names());
        assertEquals(8, Files.readAllLines(images.resolve("SHA256SUMS")).size());
    }

    @Test
    void putsWhatChangesMostOnTop() throws Exception {
        ImageFile jvm = image(JVM);
        assertEquals(4, jvm.layers().size());
        assertEquals(
                List.of(
                        "40755 java/",
                        "40755 java/bin/",
                        "100755 java/bin/java",
                        "40755 java/conf/",
                        "100644 java/conf/net.properties",
                        "40755 java/legal/",
                        "40755 java/legal/java.base/",
                        "100644 java/legal/java.base/LICENSE",
                        "40755 java/lib/",
                        "100644 java/lib/libjli.so",
                        "40755 java/lib/security/",
                        "100644 java/lib/security/cacerts",
                        "100644 java/release"),
                jvm.lines(1));
        assertEquals(
                List.of(
                        "40755 averment/",
                        "40755 averment/lib/",
                        "40755 averment/lib/boot/",
                        "100644 averment/lib/boot/keel.jar",
                        "40755 averment/lib/main/",
                        "100644 averment/lib/main/oar.jar"),
                jvm.lines(2));
        assertEquals(
                List.of(
                        "40755 averment/",
                        "100644 averment/LICENSE",
                        "100644 averment/NOTICE",
                        "100644 averment/THIRD-PARTY.md",
                        "40755 averment/app/",
                        "100644 averment/app/ingest-service-1.2.3.jar",
                        "100644 averment/quarkus-run.jar",
                        "40755 averment/quarkus/",
                        "100644 averment/quarkus/generated.jar"),
                jvm.lines(3));
        ImageFile executable = image(NATIVE);
        assertEquals(2, executable.layers().size());
        assertEquals(
                List.of(
                        "40755 averment/",
                        "100644 averment/LICENSE",
                        "100644 averment/NOTICE",
                        "100644 averment/THIRD-PARTY-TEXTS.txt",
                        "100644 averment/THIRD-PARTY.md",
                        "100755 averment/averment-ingest"),
                executable.lines(1));
    }

    /** Two layers at the bottom are the same for all services, so that a node has them once. */
    @Test
    void sharesLayersAmongServices() throws Exception {
        JsonNode ingest = image(JVM).config().at("/rootfs/diff_ids");
        JsonNode query = image("query-service-1.2.3-jvm").config().at("/rootfs/diff_ids");
        assertEquals(ingest.get(0), query.get(0));
        assertEquals(ingest.get(1), query.get(1));
    }

    @Test
    void hasOfASystemOnlyWhatProgramsNeed() throws Exception {
        for (String name : List.of(NATIVE, JVM)) {
            List<String> lines = new ArrayList<>(image(name).lines(0));
            lines.removeIf(line -> line.matches("100(755|644) (usr/)?lib(64)?/.*\\.so\\.[0-9]+")
                    || line.matches("40755 (usr/)?lib(64)?/([^/]*-linux-gnu/)?")
                    || line.matches("40755 usr/(share/(doc/([^/]*/)?)?)?")
                    || line.matches("100644 usr/share/doc/[^/]*/copyright"));
            assertEquals(
                    List.of(
                            "40755 etc/",
                            "100644 etc/group",
                            "100644 etc/nsswitch.conf",
                            "100644 etc/passwd",
                            "40777 tmp/"),
                    lines);
            assertTrue(
                    image(name).lines(0).stream().anyMatch(line -> line.endsWith("/libc.so.6")),
                    "no C library in " + name);
        }
    }

    @Test
    void belongsToRootAndToOneTime() throws Exception {
        for (ImageFile.Entry entry : image(JVM).all()) {
            assertEquals(0, entry.header().getLongUserId(), entry.line());
            assertEquals(0, entry.header().getLongGroupId(), entry.line());
            assertTrue(entry.header().isFile() || entry.header().isDirectory(), entry.line());
            if (entry.header().isFile()) {
                assertEquals(FileTime.from(BuiltServices.TIME), entry.header().getLastModifiedTime(), entry.line());
            }
        }
    }

    @Test
    void runsAsAUserWithAName() throws Exception {
        for (String name : List.of(NATIVE, JVM)) {
            ImageFile image = image(name);
            assertEquals("10001:10001", image.config().at("/config/User").asText());
            assertTrue(image.text("etc/passwd").lines().anyMatch(line -> line.startsWith("averment:x:10001:10001:")));
            assertTrue(image.text("etc/group").lines().anyMatch(line -> line.startsWith("averment:x:10001:")));
        }
    }

    @Test
    void saysWhatItIsAndHowItStarts() throws Exception {
        // As text: the order belongs to the bytes.
        String common = """
                ,"ExposedPorts":{"8080/tcp":{},"9000/tcp":{}},"Labels":{\
                "org.opencontainers.image.title":"Averment ingest-service",\
                "org.opencontainers.image.vendor":"The Averment authors",\
                "org.opencontainers.image.created":"2026-01-01T00:00:00Z",\
                "org.opencontainers.image.revision":"%s",\
                "org.opencontainers.image.version":"1.2.3"},\
                "WorkingDir":"/averment","User":"10001:10001","Volumes":{}}\
                """;
        JsonNode executable = image(NATIVE).config();
        assertEquals(
                "{\"Env\":[\"PATH=/averment\"],\"Entrypoint\":[\"/averment/averment-ingest\"]"
                        + common.replace("%s", BuiltServices.EARLIER),
                executable.get("config").toString());
        assertEquals(
                "{\"Env\":[\"PATH=/java/bin\"],\"Entrypoint\":[\"/java/bin/java\",\"-jar\",\"/averment/quarkus-run.jar\"]"
                        + common.replace("%s", BuiltServices.COMMIT),
                image(JVM).config().get("config").toString());
        assertEquals("2026-01-01T00:00:00Z", executable.get("created").asText());
        assertEquals("linux", executable.get("os").asText());
        assertTrue(List.of("amd64", "arm64")
                .contains(executable.get("architecture").asText()));
    }

    /** The jar beside an executable may be that of a later attempt, which failed. */
    @Test
    void saysNoCommitThatIsNotTheExecutables() throws Exception {
        BuiltServices others = BuiltServices.in(folder.resolve("failed"));
        Files.setLastModifiedTime(
                others.root().resolve("ingest-service/target/ingest-service-1.2.3-runner"),
                FileTime.from(BuiltServices.TIME));
        Path out = folder.resolve("failed-out");
        others.images("--native", "--out", out.toString(), "ingest-service");
        JsonNode labels = ImageFile.read(out.resolve(NATIVE + ".tar")).config().at("/config/Labels");
        assertEquals("1.2.3", labels.path("org.opencontainers.image.version").asText());
        assertFalse(labels.has("org.opencontainers.image.revision"), labels.toString());
    }

    /** Of the same files, written by somebody else, somewhere else and at another time. */
    @Test
    void givesTheSameBytesAgain() throws Exception {
        BuiltServices others = BuiltServices.in(folder.resolve("other"));
        Path jar = others.root().resolve("query-service/target/quarkus-app/quarkus-run.jar");
        Files.setLastModifiedTime(jar, FileTime.from(BuiltServices.TIME.plusSeconds(86_400)));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path again = folder.resolve("again");
        others.images("--out", again.toString());
        assertEquals(files(images), files(again));
        for (String file : files(images)) {
            assertArrayEquals(Files.readAllBytes(images.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }

    @Test
    void holdsNothingThatLiesAround() throws Exception {
        for (String name : List.of(NATIVE, JVM)) {
            ImageFile image = image(name);
            for (ImageFile.Entry entry : image.all()) {
                assertFalse(entry.content().contains(BuiltServices.SECRET), entry.line());
            }
            String said = image.config().toString();
            for (Path path :
                    List.of(folder, Path.of(System.getProperty("user.home")).resolve("x"))) {
                assertFalse(said.contains(String.valueOf(path.getParent())), said);
            }
        }
    }

    @Test
    void namesPartsInABill() throws Exception {
        JsonNode jvm = new ObjectMapper().readTree(Files.readAllBytes(images.resolve(JVM + ".cdx.json")));
        List<String> names = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (JsonNode component : jvm.get("components")) {
            names.add(component.path("name").asText());
            component
                    .path("components")
                    .forEach(file -> paths.add(file.path("name").asText()));
            paths.add(component.path("name").asText());
        }
        assertTrue(names.contains("oar"), names.toString());
        assertTrue(names.stream().anyMatch(name -> name.startsWith("OpenJDK (")), names.toString());
        List<String> libraries = image(JVM).lines(0).stream()
                .filter(line -> line.contains(".so."))
                .map(line -> "/" + line.substring("100644 ".length()))
                .toList();
        assertTrue(paths.containsAll(libraries), libraries + " of " + paths);
        assertFalse(libraries.isEmpty());
    }

    @Test
    void standsOnAnotherImageOnDemand() throws Exception {
        Path out = folder.resolve("on-top");
        Path base = images.resolve(NATIVE + ".tar");
        services.images("--jvm", "--base", base.toString(), "--out", out.toString(), "query-service");
        ImageFile image = ImageFile.read(out.resolve("query-service-1.2.3-jvm.tar"));
        assertEquals(4, image.layers().size());
        assertEquals(image(NATIVE).lines(1), image.lines(1));
        assertTrue(image.lines(3).contains("100644 averment/quarkus-run.jar"));
        assertEquals(
                "[\"java\",\"-jar\",\"/averment/quarkus-run.jar\"]",
                image.config().at("/config/Entrypoint").toString());
        String bill = Files.readString(out.resolve("query-service-1.2.3-jvm.cdx.json"));
        assertTrue(bill.contains("\"name\" : \"" + base.getFileName() + "\""), bill);
        assertFalse(bill.contains(folder.toString()), bill);
    }

    @Test
    void refusesWhatIsNotThere() {
        Path out = folder.resolve("refused");
        StackFailure failure = assertThrows(
                StackFailure.class, () -> services.images("--native", "--out", out.toString(), "query-service"));
        assertEquals(
                "There is no native executable of query-service. Make it with: ./averment native query-service",
                failure.getMessage());
        for (String service : List.of("query", "boat-service")) {
            assertEquals(
                    "there is no service " + service,
                    assertThrows(UsageFailure.class, () -> services.images(service))
                            .getMessage());
        }
        UsageFailure base = assertThrows(
                UsageFailure.class,
                () -> services.images("--jvm", "--base", "Not A Name", "--out", out.toString(), "query-service"));
        assertEquals(
                "Not A Name is neither a file nor the name of an image with its registry, as registry.example.com/java:25",
                base.getMessage());
    }

    /** A name without a registry's host would be looked for in a public one, where anybody may have it. */
    @Test
    void takesNoMistypedFileForAnImageInARegistry() {
        String out = folder.resolve("mistyped").toString();
        for (String name : List.of("images/base.tar", "base.tar", "./base.tar", "../base.tar", "/tmp/none/base.tar")) {
            UsageFailure failure = assertThrows(
                    UsageFailure.class, () -> services.images("--jvm", "--base", name, "--out", out, "query-service"));
            assertEquals(
                    name
                            + " is neither a file nor the name of an image with its registry, as registry.example.com/java:25",
                    failure.getMessage());
        }
        for (String name : List.of("team", "team/boats")) {
            UsageFailure failure = assertThrows(
                    UsageFailure.class, () -> services.images("--jvm", "--push", name, "--out", out, "query-service"));
            assertEquals(name + " is not a registry, as registry.example.com/team", failure.getMessage());
        }
    }

    @Test
    void carriesLicencesOfWhatAnExecutableWasMadeOf() throws Exception {
        String texts = image(NATIVE).text("averment/THIRD-PARTY-TEXTS.txt");
        assertTrue(texts.contains("keel.jar") && texts.contains("May be laid by anybody."), texts);
        assertTrue(texts.contains("oar.jar") && texts.contains("May be rowed by anybody."), texts);
        String list = image(NATIVE).text("averment/THIRD-PARTY.md");
        assertTrue(list.contains("GPL-2.0 with the Classpath Exception"), list);
        assertTrue(image(JVM).text("averment/THIRD-PARTY.md").endsWith("in the jars below `lib`.\n"));
    }

    @Test
    void replacesWhatItMakesAnewAndLeavesTheRestAllOfItInItsListOfSums() throws Exception {
        Path out = folder.resolve("replaced");
        services.images("--jvm", "--out", out.toString(), "query-service", "ingest-service");
        // Of a run that was killed.
        Files.writeString(
                Files.createDirectories(out.resolve(".averment-images")).resolve("half"), "x");
        Files.writeString(out.resolve("ingest-service-1.2.3-jvm.tar"), "older");
        services.images("--out", out.toString(), "ingest-service");
        List<String> left = List.of(
                "ingest-service-1.2.3-jvm.cdx.json",
                "ingest-service-1.2.3-jvm.tar",
                "ingest-service-1.2.3.cdx.json",
                "ingest-service-1.2.3.tar",
                "query-service-1.2.3-jvm.cdx.json",
                "query-service-1.2.3-jvm.tar");
        assertEquals(Stream.concat(Stream.of("SHA256SUMS"), left.stream()).toList(), files(out));
        List<String> sums = Files.readAllLines(out.resolve("SHA256SUMS"));
        List<String> expected = new ArrayList<>();
        for (String file : left) {
            expected.add(Checksums.of(out.resolve(file)) + "  " + file);
        }
        assertEquals(expected, sums);
        assertTrue(Files.size(out.resolve("ingest-service-1.2.3-jvm.tar")) > "older".length());

        assertThrows(StackFailure.class, () -> services.images("--native", "--out", out.toString()));
        assertEquals(Stream.concat(Stream.of("SHA256SUMS"), left.stream()).toList(), files(out));
        assertEquals(sums, Files.readAllLines(out.resolve("SHA256SUMS")));

        Path older = Files.writeString(out.resolve("query-service-1.2.2.tar"), "older");
        StackFailure failure = assertThrows(
                StackFailure.class, () -> services.images("--jvm", "--out", out.toString(), "ingest-service"));
        assertEquals(older + " is of another version: name another folder, or take it away.", failure.getMessage());
    }

    @Test
    void leavesADraftToTheRunThatMakesIt() throws Exception {
        Path out = Files.createDirectories(folder.resolve("at-once"));
        try (ImageFolder other = ImageFolder.open(out, "1.2.3")) {
            Path draft = Files.writeString(other.ready().resolve("half"), "x");
            StackFailure failure = assertThrows(
                    StackFailure.class, () -> services.images("--jvm", "--out", out.toString(), "ingest-service"));
            assertEquals(
                    "Another run makes images in " + out + ": wait for its end, or name another folder.",
                    failure.getMessage());
            assertTrue(Files.exists(draft));
        }
        services.images("--jvm", "--out", out.toString(), "ingest-service");
        assertEquals(
                List.of("SHA256SUMS", "ingest-service-1.2.3-jvm.cdx.json", "ingest-service-1.2.3-jvm.tar"), files(out));
    }

    @Test
    void saysThatAMachineIsNoLinux() throws Exception {
        Path jdk = folder.resolve("foreign");
        Path java =
                Files.writeString(Files.createDirectories(jdk.resolve("bin")).resolve("java"), "another format");
        String base = images.resolve(NATIVE + ".tar").toString();
        String out = folder.resolve("foreign-out").toString();
        StackFailure failure = assertThrows(
                StackFailure.class, () -> services.images(jdk, "--jvm", "--base", base, "--out", out, "query-service"));
        assertEquals(java + " is not a program for 64-bit Linux.", failure.getMessage());
    }
}
