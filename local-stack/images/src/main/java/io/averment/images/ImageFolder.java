package io.averment.images;

import io.averment.stack.process.Folders;
import io.averment.stack.process.StackFailure;
import io.averment.stack.release.Checksums;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder into which images of services go: what lies there of them is what the last run made, all of it in its list of sums. Until a
 * run has made all that it shall, it changes nothing there. One run at a time.
 *
 * @param folder that exists
 * @param drafts a folder below it, for what is made on the way
 */
record ImageFolder(Path folder, Path drafts) implements AutoCloseable {

    private static final String FILES = "{ingest,analysis,query}-service-*.{tar,cdx.json}";
    private static final String DRAFTS = ".averment-images";
    private static final String READY = "ready";

    /** @throws StackFailure if images of another version lie there */
    static ImageFolder open(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        for (Path file : images(folder)) {
            if (!String.valueOf(file.getFileName())
                    .matches("[a-z]+-service-\\Q" + version + "\\E(-jvm)?\\.(tar|cdx\\.json)")) {
                throw new StackFailure(file + " is of another version: name another folder, or take it away.");
            }
        }
        Path drafts = folder.resolve(DRAFTS);
        // Of a run that was killed.
        Folders.delete(drafts);
        Files.createDirectories(drafts.resolve(READY));
        return new ImageFolder(folder, drafts);
    }

    private static List<Path> images(Path folder) throws IOException {
        List<Path> images = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            files.forEach(images::add);
        }
        return images;
    }

    /** The folder where files are written that are to stand in this one under the same names. */
    Path ready() {
        return drafts.resolve(READY);
    }

    /** Puts the drafts in place of what an earlier run left. */
    void publish(List<Path> ready) throws IOException {
        Checksums sums = new Checksums();
        for (Path file : ready) {
            sums.add(file);
        }
        // First, so that it never stands beside files that it does not have.
        Files.deleteIfExists(folder.resolve(Checksums.FILE));
        for (Path earlier : images(folder)) {
            Files.delete(earlier);
        }
        for (Path file : ready) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        sums.write(folder);
    }

    @Override
    public void close() throws IOException {
        Folders.delete(drafts);
    }
}
