package io.averment.ingest.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.ingest.ingestion.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final int MAX_BYTES = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsLinesHoweverTheyArrive(int chunk) throws IOException {
        assertEquals(
                List.of("1:a", "2:bc\r", "4:d", "6:too long", "7:0123456789", "8:too long", "9:end"),
                read("a\nbc\r\n\r\nd\n \t\n01234567890\n0123456789\n01234567890123456789012345\nend", chunk));
    }

    @Test
    void readsNothingFromNothing() throws IOException {
        assertEquals(List.of(), read("", 10));
        assertEquals(List.of(), read("\n\n\r\n", 10));
        assertEquals(List.of("1:a"), read("a\n", 10));
        assertEquals(List.of("1:too long"), read("01234567890", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '1:late'",
        "1, '1:ab 2:late'",
        "2, '1:ab 2:cd 3:late'",
        "3, '1:ab 2:cd 3:late'",
        "5, '1:ab 2:cd 3:ef'"
    })
    void stopsReadingWhenTimeIsOver(int readings, String expected) throws IOException {
        var done = new AtomicInteger();
        assertEquals(
                List.of(expected.split(" ", -1)),
                read(new LineReader(
                        new Chunked("ab\ncd\nef", 3), MAX_BYTES, () -> done.getAndIncrement() >= readings)));
    }

    private static List<String> read(String text, int chunk) throws IOException {
        return read(new LineReader(new Chunked(text, chunk), MAX_BYTES, () -> false));
    }

    private static List<String> read(LineReader lines) throws IOException {
        var seen = new ArrayList<String>();
        while (true) {
            switch (lines.next()) {
                case Line.Content(var number, var bytes) ->
                    seen.add(number + ":" + StandardCharsets.UTF_8.decode(bytes));
                case Line.TooLong(var number) -> seen.add(number + ":too long");
                case Line.Late(var number) -> {
                    seen.add(number + ":late");
                    return seen;
                }
                case Line.End() -> {
                    return seen;
                }
            }
        }
    }

    private static final class Chunked extends InputStream {
        private final InputStream bytes;
        private final int chunk;

        Chunked(String text, int chunk) {
            this.bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.chunk = chunk;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return bytes.read(to, offset, Math.min(length, chunk));
        }
    }
}
