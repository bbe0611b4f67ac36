package io.averment.stack.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folders that outlive a process, and what is done to them as a whole. */
public final class Folders {

    private Folders() {}

    /** The folder for what is dear to make and the same for every checkout: {@code $XDG_CACHE_HOME/averment} or {@code ~/.cache/averment}. */
    public static Path cache() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("averment").toAbsolutePath();
    }

    /** Deletes a folder with all that is in it; nothing happens when it is missing. Symbolic links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Takes a lock, if nobody on this machine has it.
     *
     * @param file is made when missing, and stays
     * @return what ends the lock when it is closed, or collected as garbage; so does the end of this process
     */
    public static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            // By this process.
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(channel) : Optional.empty();
    }

    /** Makes a folder's content. */
    @FunctionalInterface
    public interface Maker {
        void make(Path folder) throws IOException, InterruptedException;
    }

    /**
     * Makes a folder once, whoever else on this machine wants it at the same time. It appears complete or not at all.
     *
     * @return {@code folder}
     */
    public static Path makeOnce(Path folder, Maker maker) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the channel closes.
            channel.lock();
            if (!Files.exists(folder)) {
                Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
                delete(draft);
                Files.createDirectories(draft);
                maker.make(draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }
}
