package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        return run(out, arguments);
    }

    private int run(OutputStream target, String... arguments) {
        return new KnowledgeCommand(target, new PrintStream(errors, true, StandardCharsets.UTF_8))
                .execute(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printImportedLines() throws IOException {
        Path file = Files.writeString(
                folder.resolve("entities.json"),
                "{\"id\":\"NK-1\",\"schema\":\"Person\",\"caption\":\"Sample Person\"}\n");
        assertEquals(0, run("import", "opensanctions", file.toString()));
        assertEquals("""
                # Imported from OPENSANCTIONS, entities.json
                PERSON\topensanctions:NK-1\tSample Person\t-\topensanctions=NK-1
                """, printed());
        assertEquals("1 lines\n", complaints());
    }

    @Test
    void printHowPlacesDiffer() throws IOException {
        Files.writeString(folder.resolve("mledoze-countries.json"), """
                [{"cca2":"IQ","cca3":"IRQ","name":{"common":"Iraq"},"capital":["Basra"],"latlng":[33,44],\
                "demonyms":{"eng":{"m":"Iraqi"}}},
                {"cca2":"JO","cca3":"JOD","name":{"common":"Jordan"},"latlng":[45,36],"demonyms":{"eng":{"m":"Jordanese"}}}]
                """);
        Files.writeString(
                folder.resolve("world-cities.csv"),
                "name,country,subcountry,geonameid\nErbil,\"Iraq, Republic of\",Arbil,1\n");
        assertEquals(0, run("check", "--places", folder.toString()));
        List<String> lines = printed().lines().toList();
        assertTrue(lines.contains("IQ: capital Baghdad, there Basra"), printed());
        assertTrue(lines.contains("JO: alpha-3 JOR, there JOD"));
        assertTrue(lines.contains("JO: people called [Jordanian], there Jordanese"));
        assertTrue(lines.contains("JO: middle 31.0,36.0, there [45, 36], 1557 km off"), printed());
        assertTrue(lines.contains("iq:mosul Mosul: no such city there"));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("iq:erbil")));
    }

    @Test
    void nameFaultyLineOfFolder() throws IOException {
        Files.writeString(folder.resolve("own.tsv"), "PLACE\tx\tX\t-\tkind=NOWHERE\n");
        assertEquals(2, run("check", "--knowledge", folder.toString()));
        assertEquals("averment knowledge: own.tsv, line 1: 'NOWHERE' is none of the known classes\n", complaints());
    }

    @Test
    void refuseUnknownFormat() {
        assertEquals(2, run("import", "gazetteer", "x"));
        assertEquals("averment knowledge: unknown format gazetteer; --help lists them\n", complaints());
    }

    @Test
    void nameMissingFile() {
        Path file = folder.resolve("nothing.txt");
        assertEquals(2, run("import", "geonames", file.toString()));
        assertEquals("averment knowledge: " + file + ": no such file\n", complaints());
    }

    @Test
    void sayThatOutputCannotBeWritten() throws IOException {
        assertEquals(2, run(FailingOutput.fullDisk(), "--help"));
        assertEquals("averment knowledge: standard output: cannot be written\n", complaints());
        assertEquals(0, run(FailingOutput.withoutReader(), "--help"));
    }

    /** What follows is not read any more: the faulty line would be named. */
    @Test
    void readNoFurtherThanOutputIsTaken() throws IOException {
        Path file = Files.writeString(
                folder.resolve("entities.json"),
                "{\"id\":\"NK-1\",\"schema\":\"Person\",\"caption\":\"Sample Person\"}\n".repeat(2000) + "{\n");
        assertEquals(2, run("import", "opensanctions", file.toString()));
        assertTrue(complaints().contains("line 2001"), complaints());
        errors.reset();
        assertEquals(2, run(FailingOutput.fullDisk(), "import", "opensanctions", file.toString()));
        assertEquals("averment knowledge: standard output: cannot be written\n", complaints());
        errors.reset();
        assertEquals(0, run(FailingOutput.withoutReader(), "import", "opensanctions", file.toString()));
        assertEquals("", complaints());
    }
}
