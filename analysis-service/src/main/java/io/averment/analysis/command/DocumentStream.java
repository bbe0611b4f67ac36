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

/**
 * Answers a stream of lines, many at once and in their order. One thread reads, some analyse, and the caller's writes. What has been
 * read and not yet written is bounded, so reading waits for the slowest line, and memory does not grow with the stream. A line is charged
 * for the answer that is expected of it, and for the answer itself once it is there; until then answers may be larger than expected,
 * which is the one way to hold more than {@link #ROOM}. An answer is written out as soon as it is its turn: who waits for it before sending more gets it. For one use.
 */
final class DocumentStream {

    /** Bytes of lines and of their answers between reading and writing. */
    static final int ROOM = 1 << 26;

    /** How much larger an answer is taken to be than its line, until it is known: that of a report is some fifteen times as large. */
    private static final long GROWTH = 16;

    /** What a short line counts for at least: its turn takes memory too. */
    private static final long LEAST_CHARGE = 1 << 14;

    private final LineAnalysis analysis;
    private final int threads;
    private final Room room = new Room(ROOM);
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();

    /** @param threads how many lines are analysed at once */
    DocumentStream(LineAnalysis analysis, int threads) {
        this.analysis = analysis;
        this.threads = threads;
    }

    /** What is written next. */
    private sealed interface Turn {
        record Analysed(Future<Answer> answer) implements Turn {}

        record End() implements Turn {}
    }

    /**
     * How it went.
     *
     * @param lines those that were answered
     * @param problems those of them that have no analysis
     */
    record Tally(long lines, long problems, End end) {}

    /** Why no more is answered. */
    sealed interface End {
        /** There are no more lines. */
        record AllRead() implements End {}

        /** The input cannot be read on; what was read of it is answered. */
        record Unreadable() implements End {}

        /** The output takes no more. */
        record Unwritable(IOException cause) implements End {}
    }

    /** Answers every line. */
    Tally run(LineReader in, OutputStream out) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("averment-analysis-", 0).factory());
        FutureTask<End> reading = new FutureTask<>(() -> readAll(in, pool));
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

    private End readAll(LineReader in, ExecutorService pool) throws InterruptedException {
        try {
            for (Line line = in.next(); line != null; line = in.next()) {
                long charge = charge(line);
                room.take(charge);
                turns.add(new Turn.Analysed(pool.submit(answering(line, charge))));
            }
            return new End.AllRead();
        } catch (IOException e) {
            return new End.Unreadable();
        } finally {
            turns.add(new Turn.End());
        }
    }

    private Callable<Answer> answering(Line line, long charge) {
        return () -> {
            Answer answer = analysis.answer(line);
            room.correct(charge, charge(answer));
            return answer;
        };
    }

    private static long charge(Line line) {
        byte[] bytes = line.bytes();
        return bytes == null ? LEAST_CHARGE : Math.max(LEAST_CHARGE, GROWTH * bytes.length);
    }

    private static long charge(Answer answer) {
        return Math.max(LEAST_CHARGE, answer.bytes().length);
    }

    private Tally writeAll(OutputStream out, Future<End> reading) throws InterruptedException {
        long lines = 0;
        long problems = 0;
        try {
            while (next(out) instanceof Turn.Analysed(Future<Answer> pending)) {
                if (!pending.isDone()) {
                    out.flush();
                }
                Answer answer = result(pending);
                out.write(answer.bytes());
                room.giveBack(charge(answer));
                lines++;
                problems += answer.isProblem() ? 1 : 0;
            }
            out.flush();
        } catch (IOException e) {
            return new Tally(lines, problems, new End.Unwritable(e));
        } catch (RuntimeException | Error e) {
            flush(out, e);
            throw e;
        }
        return new Tally(lines, problems, result(reading));
    }

    /** What was answered before a failure is not lost with it. */
    private static void flush(OutputStream out, Throwable failure) {
        try {
            out.flush();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
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
