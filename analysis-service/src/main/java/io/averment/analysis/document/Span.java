package io.averment.analysis.document;

/**
 * A half-open stretch of a text.
 *
 * @param start first UTF-16 code unit, 0-based; only the JSON writer speaks of code points
 * @param end one past the last code unit
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span cannot run from " + start + " to " + end);
        }
    }

    /** Whether every code unit of {@code other} lies in this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** The stretch of {@code text} that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
