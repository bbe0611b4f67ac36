package io.averment.ingest.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * Takes a stream apart into lines without ever holding more than one of them, and never more than {@code maxBytes} of
 * that, nor reading on when it is time to stop. Lines end with LF; a CR before it belongs to the end. Not thread-safe.
 */
final class LineReader {
    private static final int BUFFER = 32 * 1024;

    private final InputStream input;
    private final int maxBytes;
    private final BooleanSupplier isOver;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long number;
    private boolean isLate;

    /** @param isOver asked before each reading from the stream; once it holds, nothing more is read */
    LineReader(InputStream input, int maxBytes, BooleanSupplier isOver) {
        this.input = input;
        this.maxBytes = maxBytes;
        this.isOver = isOver;
    }

    /** What stands in the next line. */
    sealed interface Line {
        /** A line with something in it, without its end. */
        record Content(long number, ByteBuffer bytes) implements Line {}

        /** A line longer than allowed; it has been passed over. */
        record TooLong(long number) implements Line {}

        /** A line that was not read in time, or not to its end. Nothing after it is read either. */
        record Late(long number) implements Line {}

        /** There are no more lines. */
        record End() implements Line {}
    }

    /** The next line that is not blank; waits for the sender. */
    Line next() throws IOException {
        while (fill()) {
            number++;
            var line = new ByteArrayOutputStream(Math.min(maxBytes, BUFFER));
            var isTooLong = !readLine(line);
            if (isLate) {
                return new Line.Late(number);
            }
            if (isTooLong) {
                return new Line.TooLong(number);
            }
            var bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return new Line.Content(number, ByteBuffer.wrap(bytes));
            }
        }
        return isLate ? new Line.Late(number + 1) : new Line.End();
    }

    /** Whether reading on would wait for the sender, as far as can be told. */
    boolean isWaiting() throws IOException {
        return position == limit && input.available() == 0;
    }

    /** Reads up to the line's end, and says whether all of it fitted. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        var fits = true;
        do {
            var end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            fits &= line.size() + (end - position) <= maxBytes;
            if (fits) {
                line.write(buffer, position, end - position);
            }
            var isEnded = end < limit;
            position = isEnded ? end + 1 : end;
            if (isEnded) {
                return fits;
            }
        } while (fill());
        return fits;
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            isLate = isLate || isOver.getAsBoolean();
            if (isLate) {
                return false;
            }
            var read = input.read(buffer);
            if (read < 0) {
                return false;
            }
            position = 0;
            limit = read;
        }
        return true;
    }

    private static boolean isBlank(byte[] line) {
        for (var b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
