package io.averment.analysis.pipeline;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that a thread of its own reads while others are read. */
final class Loading<T> {

    private final FutureTask<T> task;

    private Loading(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins at once; {@code source} shares nothing that changes with what is read meanwhile. */
    static <T> Loading<T> of(Supplier<T> source) {
        FutureTask<T> task = new FutureTask<>(source::get);
        Thread.ofPlatform().daemon().name("averment-loading").start(task);
        return new Loading<>(task);
    }

    /**
     * Waits for the end.
     *
     * @throws RuntimeException what the source threw
     */
    T join() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while loading", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
