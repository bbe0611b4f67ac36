package io.averment.ingest.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.ingest.ingestion.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static List<String> read(String text, int chunk) throws IOException {
        var lines = new LineReader(new Chunked(text, chunk), MAX_BYTES);
        var seen = new ArrayList<String>();
        while (true) {
            switch (lines.next()) {
                case Line.Content(var number, var bytes) ->
                    seen.add(number + ":" + StandardCharsets.UTF_8.decode(bytes));
                case Line.TooLong(var number) -> seen.add(number + ":too long");
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
