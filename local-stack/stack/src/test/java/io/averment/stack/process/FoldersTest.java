package io.averment.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void makesFolderOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Path wanted = folder.resolve("wanted");

        Folders.makeOnce(wanted, draft -> Files.writeString(draft.resolve("n"), "" + made.incrementAndGet()));
        Folders.makeOnce(wanted, draft -> Files.writeString(draft.resolve("n"), "" + made.incrementAndGet()));

        assertEquals("1", Files.readString(wanted.resolve("n")));
    }

    @Test
    void leavesNothingHalfMade() {
        Path wanted = folder.resolve("wanted");

        assertThrows(
                IOException.class,
                () -> Folders.makeOnce(wanted, draft -> {
                    Files.writeString(draft.resolve("half"), "");
                    throw new IOException("the disk is full");
                }));

        assertFalse(Files.exists(wanted));
    }

    @Test
    void deletesLinkAndNotItsTarget() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path kept = Files.writeString(target.resolve("kept"), "");
        Path doomed = Files.createDirectory(folder.resolve("doomed"));
        Files.createSymbolicLink(doomed.resolve("link"), target);

        Folders.delete(doomed);

        assertFalse(Files.exists(doomed));
        assertTrue(Files.exists(kept));
    }

    @Test
    void locksForOneAtATime() throws Exception {
        Path file = folder.resolve("lock");
        try (FileChannel _ = Folders.lock(file).orElseThrow()) {
            assertTrue(Folders.lock(file).isEmpty());
        }
        try (FileChannel again = Folders.lock(file).orElseThrow()) {
            assertTrue(again.isOpen());
        }
    }
}
