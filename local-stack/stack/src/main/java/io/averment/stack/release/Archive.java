package io.averment.stack.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A compressed tar file that has the same bytes whenever and by whomever it is made of the same files, on the same JDK: how well bytes are
 * packed is the matter of the zlib that the JDK comes with.
 */
final class Archive {

    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    private static final int FOLDER = 040755;
    private static final int NO_SYSTEM = 255;

    /** By their names within the archive, sorted. */
    private final TreeMap<String, Content> files = new TreeMap<>();

    private final Instant time;

    /** @param time of every entry, in whole seconds */
    Archive(Instant time) {
        this.time = time;
    }

    private sealed interface Content {
        boolean isProgram();

        record Stored(Path file, boolean isProgram) implements Content {}

        record Written(String text, boolean isProgram) implements Content {}
    }

    void add(String name, Path file) {
        put(name, new Content.Stored(file, false));
    }

    void addProgram(String name, Path file) {
        put(name, new Content.Stored(file, true));
    }

    void add(String name, String text) {
        put(name, new Content.Written(text, false));
    }

    void addProgram(String name, String text) {
        put(name, new Content.Written(text, true));
    }

    /** Every file below a folder. */
    void addAll(String prefix, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                add(prefix + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    private void put(String name, Content content) {
        if (files.put(name, content) != null) {
            throw new IllegalArgumentException(name + " would be in the archive twice");
        }
    }

    /** Writes it all below one folder. */
    void write(String top, Path target) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(9);
        parameters.setOperatingSystem(NO_SYSTEM);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                GzipCompressorOutputStream packed = new GzipCompressorOutputStream(file, parameters);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String folder : folders()) {
                tar.putArchiveEntry(entry(top + "/" + folder, FOLDER, 0));
                tar.closeArchiveEntry();
            }
            for (Map.Entry<String, Content> entry : files.entrySet()) {
                write(tar, top + "/" + entry.getKey(), entry.getValue());
            }
        }
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        folders.add("");
        for (String name : files.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash + 1));
            }
        }
        return folders;
    }

    private void write(TarArchiveOutputStream tar, String name, Content content) throws IOException {
        int mode = content.isProgram() ? PROGRAM : FILE;
        switch (content) {
            case Content.Stored(Path file, boolean ignored) -> {
                tar.putArchiveEntry(entry(name, mode, Files.size(file)));
                Files.copy(file, tar);
            }
            case Content.Written(String text, boolean ignored) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                tar.putArchiveEntry(entry(name, mode, bytes.length));
                tar.write(bytes);
            }
        }
        tar.closeArchiveEntry();
    }

    private TarArchiveEntry entry(String name, int mode, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(size);
        entry.setModTime(time.toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        return entry;
    }
}
