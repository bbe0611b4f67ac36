package io.averment.analysis.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes without ever holding more than one, and of that no more than {@link #LONGEST_LINE}. Not thread-safe. */
final class LineReader {

    /** The longest line, in bytes without its end. Enough for the longest text with every character escaped. */
    static final int LONGEST_LINE = 4 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * A line that is not blank.
     *
     * @param number counted from 1, blank lines too
     * @param bytes without the line end; null if the line is longer than {@link #LONGEST_LINE}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Line(long number, byte @Nullable [] bytes) {}

    /** The next line that is not blank; null at the end. Blocks until there is one. */
    @Nullable
    Line next() throws IOException {
        while (fill()) {
            number++;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean whole = readLine(line);
            byte[] bytes = withoutMark(line.toByteArray());
            if (!whole) {
                return new Line(number, null);
            }
            if (!isBlank(bytes)) {
                return new Line(number, bytes);
            }
        }
        return null;
    }

    /** Reads up to the line's end, and what is too much into nothing; whether all of it was taken. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        boolean whole = true;
        boolean ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            ended = end < limit;
            int count = end - position;
            if (whole && line.size() + count <= LONGEST_LINE) {
                line.write(buffer, position, count);
            } else {
                whole = false;
                line.reset();
            }
            position = ended ? end + 1 : end;
        }
        return whole;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return position < limit;
    }

    private byte[] withoutMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        if (number != 1 || bytes.length < length || !Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length)) {
            return bytes;
        }
        return Arrays.copyOfRange(bytes, length, bytes.length);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
