package io.averment.stack.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path READELF = Path.of("/usr/bin/readelf");

    @TempDir
    private Path folder = Path.of("");

    private static String readelf(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(READELF.toString(), what, "--wide", JAVA.toString()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return printed;
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void readsWhatReadelfReads() throws Exception {
        assumeTrue(Files.isExecutable(READELF), "there is no readelf here");
        ElfFile java = ElfFile.read(JAVA);
        assertEquals(all("\\(NEEDED\\).*\\[(.*)]", readelf("-d")), java.libraries());
        assertEquals(
                all("program interpreter: (.*)]", readelf("-l")),
                java.loader().stream().toList());
        TreeSet<Integer> minors = new TreeSet<>();
        all("GLIBC_2\\.([0-9]+)", readelf("-V")).forEach(minor -> minors.add(Integer.parseInt(minor)));
        assertEquals(Optional.of("2." + minors.last()), java.glibc());
    }

    /** An executable with two sections: names, and a note that it needs the third level. */
    private static ByteBuffer marked(int bits) {
        ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x464C457F).put(4, (byte) 2).put(5, (byte) 1).putShort(0x12, (short) 0x3E);
        bytes.putLong(0x28, 128).putShort(0x3A, (short) 64).putShort(0x3C, (short) 1);
        bytes.putInt(128 + 4, 7).putLong(128 + 0x18, 256).putLong(128 + 0x20, 32);
        bytes.putInt(256, 4).putInt(260, 16).putInt(264, 5).putInt(268, 0x554E47);
        return bytes.putInt(272, 0xC0008002).putInt(276, 4).putInt(280, bits);
    }

    private ElfFile read(ByteBuffer bytes) throws IOException {
        byte[] content = new byte[bytes.capacity()];
        bytes.get(0, content);
        return ElfFile.read(Files.write(folder.resolve("file"), content));
    }

    @Test
    void readsMarkOfProcessor() throws IOException {
        assertEquals(
                new ElfFile("x86-64", Optional.empty(), List.of(), Optional.empty(), Optional.of("x86-64-v3")),
                read(marked(0b111)));
        assertEquals(Optional.of("x86-64"), read(marked(0b1)).level());
        assertEquals(Optional.empty(), read(marked(0)).level());
    }

    @Test
    void saysWhatMachineMustHave() throws IOException {
        assertEquals(
                "Linux on x86-64, no shared library (all measured from the executable). The processor must have the"
                        + " instructions of x86-64-v3, as the executable is marked. No Java.",
                Needs.of(read(marked(0b111))));
        assertTrue(Needs.of(new ElfFile(
                        "x86-64",
                        Optional.empty(),
                        List.of("libc.so.6", "libz.so.1"),
                        Optional.of("2.34"),
                        Optional.empty()))
                .startsWith("Linux on x86-64, glibc 2.34 or later, the shared libraries libc.so.6, libz.so.1 (all"
                        + " measured"));
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "#!/bin/sh\n" + " ".repeat(100));
        assertThrows(IllegalArgumentException.class, () -> ElfFile.read(text));
        assertThrows(IllegalArgumentException.class, () -> read(marked(0).putInt(0x28, 100_000)));
        assertThrows(IllegalArgumentException.class, () -> ElfFile.read(Files.createFile(folder.resolve("empty"))));
    }
}
