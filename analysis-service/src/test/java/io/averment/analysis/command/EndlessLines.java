package io.averment.analysis.command;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The same line again and again, one each time it is read from. */
final class EndlessLines extends InputStream {

    private final byte[] line;
    private final AtomicLong lines = new AtomicLong();

    EndlessLines(String line) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
    }

    /** How many were read. */
    long lines() {
        return lines.get();
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("Lines are read whole");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, line.length, target.length);
        System.arraycopy(line, 0, target, offset, line.length);
        lines.incrementAndGet();
        return line.length;
    }
}
