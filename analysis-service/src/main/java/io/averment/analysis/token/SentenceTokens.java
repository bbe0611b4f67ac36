package io.averment.analysis.token;

import io.averment.analysis.document.Span;
import java.util.Arrays;

/**
 * The tokens of one sentence, in the order of the text, not overlapping; together they hold every visible character of the
 * sentence. Immutable and thread-safe. Offsets are UTF-16 code units of the whole text, as in {@link Span}.
 */
public final class SentenceTokens {

    private final int[] starts;
    private final int[] ends;

    /**
     * @param starts first code unit of each token
     * @param ends one past the last code unit of each
     * @throws IllegalArgumentException if a token is empty or begins before the one before it has ended
     */
    public SentenceTokens(int[] starts, int[] ends) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException("Each token needs a start and an end");
        }
        int last = 0;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < last || ends[i] <= starts[i]) {
                throw new IllegalArgumentException("Token " + i + " cannot run from " + starts[i] + " to " + ends[i]);
            }
            last = ends[i];
        }
        this.starts = starts.clone();
        this.ends = ends.clone();
    }

    public int size() {
        return starts.length;
    }

    /** First code unit of token {@code index}, counted from 0. */
    public int start(int index) {
        return starts[index];
    }

    /** One past the last code unit. */
    public int end(int index) {
        return ends[index];
    }

    public Span span(int index) {
        return new Span(starts[index], ends[index]);
    }

    /** The token as {@code text} writes it. */
    public String of(String text, int index) {
        return text.substring(starts[index], ends[index]);
    }

    /** All tokens as {@code text} writes them; a fresh array. */
    public String[] forms(String text) {
        String[] forms = new String[starts.length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = text.substring(starts[i], ends[i]);
        }
        return forms;
    }

    /** Whether nothing stands between this token and the one before it. */
    public boolean isGlued(int index) {
        return index > 0 && ends[index - 1] == starts[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentenceTokens that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(ends, that.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return "SentenceTokens[" + starts.length + "]";
    }
}
