package io.averment.images;

import io.averment.stack.process.Folders;
import io.averment.stack.process.StackFailure;
import io.averment.stack.release.Checksums;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder into which images of services go: of one version, those that the last run made and those of earlier runs that it did not make
 * anew, all of them in the list of sums. Until a run has made all that it shall, it changes nothing there. One run at a time, by a lock.
 *
 * @param folder that exists
 * @param drafts a folder below it, for what is made on the way
 * @param lock ends when it is closed
 */
record ImageFolder(Path folder, Path drafts, FileChannel lock) implements AutoCloseable {

    private static final String FILES = "{ingest,analysis,query}-service-*.{tar,cdx.json}";
    private static final String DRAFTS = ".averment-images";
    private static final String READY = "ready";
    private static final String LOCK = ".averment-images.lock";

    /** @throws StackFailure if another run has it, or images of another version lie there */
    static ImageFolder open(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = Folders.lock(folder.resolve(LOCK))
                .orElseThrow(() -> new StackFailure(
                        "Another run makes images in " + folder + ": wait for its end, or name another folder."));
        try {
            return open(folder, version, lock);
        } catch (IOException failure) {
            lock.close();
            throw failure;
        }
    }

    private static ImageFolder open(Path folder, String version, FileChannel lock) throws IOException {
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
        return new ImageFolder(folder, drafts, lock);
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

    /** Puts the drafts in place of those of the same name; what else an earlier run left stays. */
    void publish(List<Path> ready) throws IOException {
        // First, so that it never stands beside files that it does not have.
        Files.deleteIfExists(folder.resolve(Checksums.FILE));
        for (Path file : ready) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Checksums sums = new Checksums();
        for (Path file : images(folder)) {
            sums.add(file);
        }
        sums.write(folder);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            Folders.delete(drafts);
        }
    }
}
