package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.pipeline.Pipeline;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a stream is read, analysed and written at the same time, with a pipeline that only fails. */
@Timeout(60)
class DocumentStreamTest {

    private final IOException enough = new IOException("enough");
    private static final String LINE = "{\"text\":\"Rain.\"}\n";

    /** Fails, after it was told of the text. */
    private record Failing(Consumer<String> before) implements Annotator<String> {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Layer<String> produces() {
            return new Layer<>("nothing", String.class);
        }

        @Override
        public Set<Layer<?>> requires() {
            return Set.of();
        }

        @Override
        public boolean isEssential() {
            return true;
        }

        @Override
        public List<KnowledgeFile> knowledge() {
            return List.of();
        }

        @Override
        public List<String> annotate(Document document) {
            before.accept(document.text());
            throw new IllegalStateException("on purpose, with words of the text");
        }
    }

    private static DocumentStream stream(int threads, Consumer<String> before) {
        Pipeline pipeline = new Pipeline(List.of(new Failing(before)));
        return new DocumentStream(new LineAnalysis(pipeline, new AnalysisWriter(), null, null), threads);
    }

    private static String failed(long line) {
        return "{\"line\":" + line
                + ",\"problem\":{\"code\":\"analysis-failed\",\"detail\":\"The analysis failed.\"}}\n";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answerFailedAnalysisAndGoOn() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentStream.Tally tally = stream(2, text -> {}).run(new LineReader(bytes(LINE + LINE)), out);
        assertEquals(new DocumentStream.Tally(2, 2, new DocumentStream.End.AllRead()), tally);
        assertEquals(failed(1) + failed(2), out.toString(StandardCharsets.UTF_8));
    }

    /** Nobody passes the barrier unless all three are under way at once. */
    @Test
    void analyseAsManyAtOnceAsAskedFor() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream(3, text -> pass(barrier)).run(new LineReader(bytes(LINE.repeat(3))), out);
        assertEquals(failed(1) + failed(2) + failed(3), out.toString(StandardCharsets.UTF_8));
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The first line is analysed only when the last one was. */
    @Test
    void keepOrderThoughLaterLinesAreDoneFirst() throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream(2, text -> {
                    switch (text) {
                        case "first" -> await(last);
                        case "last" -> last.countDown();
                        default -> {}
                    }
                })
                .run(new LineReader(bytes("{\"text\":\"first\"}\n" + LINE + LINE + "{\"text\":\"last\"}\n")), out);
        assertEquals(failed(1) + failed(2) + failed(3) + failed(4), out.toString(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The second line is sent only when the first is answered. */
    @Test
    void answerBeforeMoreIsSent() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        InputStream asking = new InputStream() {
            private int asked;

            @Override
            public int read() {
                throw new UnsupportedOperationException("Lines are read whole");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                asked++;
                if (asked == 2) {
                    DocumentStreamTest.await(answered);
                }
                byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, target, offset, line.length);
                return asked > 2 ? -1 : line.length;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                if (size() > 0) {
                    answered.countDown();
                }
            }
        };
        DocumentStream.Tally tally = stream(1, text -> {}).run(new LineReader(asking), out);
        assertEquals(new DocumentStream.Tally(2, 2, new DocumentStream.End.AllRead()), tally);
    }

    /** Of an endless input no more is read than has its room; what was written makes room. */
    @Test
    void readNoFurtherAheadThanThereIsRoom() throws Exception {
        EndlessLines input = new EndlessLines(LINE);
        AtomicLong furthest = new AtomicLong();
        OutputStream out = new OutputStream() {
            private long written;

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("Answers are written whole");
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                furthest.accumulateAndGet(input.lines() - written, Math::max);
                written++;
                if (written == 20_000) {
                    throw enough;
                }
            }
        };
        DocumentStream.Tally tally = stream(2, text -> {}).run(new LineReader(input), out);
        assertEquals(new DocumentStream.Tally(19_999, 19_999, new DocumentStream.End.Unwritable(enough)), tally);
        // 64 MiB, of which each short line has 16 KiB; and one that waits for room.
        assertTrue(furthest.get() <= 4097, furthest.toString());
    }

    /** While the first line is not answered, others are read as far as answers sixteen times as large would have room. */
    @Test
    void expectAnswersToBeLargerThanLines() throws Exception {
        int length = 8192;
        EndlessLines input = new EndlessLines("{\"text\":\"" + "a".repeat(length - 11) + "\"}\n");
        AtomicLong ahead = new AtomicLong();
        OutputStream out = new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes) throws IOException {
                throw enough;
            }
        };
        stream(1, text -> {
                    // The reader never waits for this input, so when it waits, then for room.
                    Awaitility.await().until(() -> reader().getState() == Thread.State.WAITING);
                    ahead.compareAndSet(0, input.lines());
                })
                .run(new LineReader(input), out);
        assertEquals(DocumentStream.ROOM / (16 * length) + 1, ahead.get());
    }

    private static Thread reader() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("averment-reading"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answerTextThatIsNestedTooDeeply() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream(1, text -> {
                    throw new StackOverflowError();
                })
                .run(new LineReader(bytes(LINE)), out);
        assertEquals(failed(1), out.toString(StandardCharsets.UTF_8));
    }

    /** Without memory nothing can be promised of the lines that follow. */
    @Test
    void passOnErrorsOfTheMachine() {
        assertThrows(
                OutOfMemoryError.class,
                () -> stream(1, text -> {
                            throw new OutOfMemoryError("on purpose");
                        })
                        .run(new LineReader(bytes(LINE)), OutputStream.nullOutputStream()));
    }

    /** Though they only stood in memory: whoever reads them has all that came before the line at which memory ended. */
    @Test
    void writeOutWhatWasAnsweredBeforeMemoryEnded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountDownLatch third = new CountDownLatch(1);
        DocumentStream stream = stream(1, text -> {
            if (text.equals("third")) {
                third.countDown();
                throw new OutOfMemoryError("on purpose");
            }
        });
        // Written only when the third has failed, so that its turn comes without a wait for which the others were
        // flushed.
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16) {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
                DocumentStreamTest.await(third);
                super.write(bytes, offset, length);
            }
        };
        assertThrows(
                OutOfMemoryError.class,
                () -> stream.run(new LineReader(bytes(LINE + LINE + "{\"text\":\"third\"}\n")), buffered));
        assertEquals(failed(1) + failed(2), out.toString(StandardCharsets.UTF_8));
    }
}
