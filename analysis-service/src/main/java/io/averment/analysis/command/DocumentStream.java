package io.averment.analysis.command;

import io.averment.analysis.command.LineAnalysis.Answer;
import io.averment.analysis.command.LineReader.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Answers a stream of lines, many at once and in their order. One thread reads, some analyse, and the caller's writes. What has been
 * read and not yet written is bounded, so reading waits for the slowest line, and memory does not grow with the stream. An answer is
 * written out as soon as it is its turn: who waits for it before sending more gets it. For one use.
 */
final class DocumentStream {

    /** Bytes of lines between reading and writing. The longest line fits four times; answers are some fifteen times as large. */
    private static final int ROOM = 4 * LineReader.LONGEST_LINE;

    /** What a short line counts for: its answer has a size that does not depend on it. */
    private static final int LEAST_CHARGE = 1 << 14;

    private final LineAnalysis analysis;
    private final int threads;
    private final Semaphore room = new Semaphore(ROOM, true);
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();

    /** @param threads how many lines are analysed at once */
    DocumentStream(LineAnalysis analysis, int threads) {
        this.analysis = analysis;
        this.threads = threads;
    }

    /** What is written next. */
    private sealed interface Turn {
        /** @param charge what it holds of the room */
        record Analysed(Future<Answer> answer, int charge) implements Turn {}

        record End() implements Turn {}
    }

    /**
     * How it went.
     *
     * @param lines those that were answered
     * @param problems those of them that have no analysis
     * @param readToEnd false if the input could not be read on
     */
    record Tally(long lines, long problems, boolean readToEnd) {}

    /**
     * Answers every line.
     *
     * @throws IOException if {@code out} takes no more
     */
    Tally run(LineReader in, OutputStream out) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("averment-analysis-", 0).factory());
        FutureTask<Boolean> reading = new FutureTask<>(() -> readAll(in, pool));
        // A daemon, since whoever waits for input cannot be interrupted, and must not keep the process when nobody
        // reads on.
        Thread reader = Thread.ofPlatform().daemon().name("averment-reading").start(reading);
        try {
            return writeAll(out, reading);
        } finally {
            reader.interrupt();
            pool.shutdownNow();
        }
    }

    /** Whether the end was reached. */
    private boolean readAll(LineReader in, ExecutorService pool) throws InterruptedException {
        try {
            for (Line line = in.next(); line != null; line = in.next()) {
                int charge = charge(line);
                room.acquire(charge);
                turns.add(new Turn.Analysed(pool.submit(answering(line)), charge));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            turns.add(new Turn.End());
        }
    }

    private Callable<Answer> answering(Line line) {
        return () -> analysis.answer(line);
    }

    private static int charge(Line line) {
        byte[] bytes = line.bytes();
        return bytes == null ? LEAST_CHARGE : Math.max(LEAST_CHARGE, bytes.length);
    }

    private Tally writeAll(OutputStream out, Future<Boolean> reading) throws IOException, InterruptedException {
        long lines = 0;
        long problems = 0;
        while (next(out) instanceof Turn.Analysed(Future<Answer> pending, int charge)) {
            if (!pending.isDone()) {
                out.flush();
            }
            Answer answer = result(pending);
            out.write(answer.bytes());
            room.release(charge);
            lines++;
            problems += answer.isProblem() ? 1 : 0;
        }
        out.flush();
        return new Tally(lines, problems, result(reading));
    }

    private Turn next(OutputStream out) throws IOException, InterruptedException {
        Turn turn = turns.poll();
        if (turn == null) {
            out.flush();
            turn = turns.take();
        }
        return turn;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
