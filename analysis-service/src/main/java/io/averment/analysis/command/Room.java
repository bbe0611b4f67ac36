package io.averment.analysis.command;

/**
 * Bytes that may be held between reading and writing. One thread takes, any thread may correct what was taken or give it back. Whoever
 * takes waits until there is room; a single charge that is larger than all of it waits until nothing else is held. Thread-safe.
 */
final class Room {

    private final long size;
    private long held;

    /** @param size in bytes */
    Room(long size) {
        this.size = size;
    }

    /** Waits until there is room for it. */
    synchronized void take(long charge) throws InterruptedException {
        while (held > 0 && held + charge > size) {
            wait();
        }
        held += charge;
    }

    /** What was taken turned out to be another amount. Never waits, so more may be held than there is room for. */
    synchronized void correct(long taken, long actual) {
        held += actual - taken;
        notifyAll();
    }

    /** It is held no more. */
    synchronized void giveBack(long actual) {
        held -= actual;
        notifyAll();
    }
}
