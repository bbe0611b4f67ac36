package io.averment.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A layer of an image that has the same bytes whenever, wherever and by whomever it is made of the same files: all of root, with one
 * time, sorted by path, and of their modes only whether they can be executed. Symbolic links are followed. Not thread-safe.
 */
final class Layer {

    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions OPEN_FOLDER = FilePermissions.fromOctalString("777");
    private static final String ROOT = "0:0";

    private final String name;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /** @param name what the image's history calls it */
    Layer(String name) {
        this.name = name;
    }

    private record Entry(Path source, FilePermissions permissions) {}

    /** @param path within the image, absolute */
    Layer file(String path, Path source) {
        return put(path, source, Files.isExecutable(source) ? PROGRAM : FILE);
    }

    Layer program(String path, Path source) {
        return put(path, source, PROGRAM);
    }

    /** An empty folder that everybody may write to. */
    Layer openFolder(String path, Path anyFolder) {
        return put(path, anyFolder, OPEN_FOLDER);
    }

    /** Every file below a folder. */
    Layer folder(String path, Path source) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                file(path + "/" + source.relativize(file), file);
            }
        }
        return this;
    }

    private Layer put(String path, Path source, FilePermissions permissions) {
        if (entries.put(path, new Entry(source, permissions)) != null) {
            throw new IllegalArgumentException(path + " would be in the layer twice");
        }
        return this;
    }

    FileEntriesLayer build(Instant time) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            layer.addEntry(new FileEntry(
                    entry.getValue().source().toRealPath(),
                    AbsoluteUnixPath.get(entry.getKey()),
                    entry.getValue().permissions(),
                    time,
                    ROOT));
        }
        return layer.build();
    }
}
