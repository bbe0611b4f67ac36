package io.averment.analysis.statement;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;

/** Sets of characters as spans. */
final class Spans {

    private Spans() {}

    /** The spans in order, those that touch or overlap joined. */
    static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(null);
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** What of some spans in order lies before an offset, without the blanks and commas that it would end with. */
    static List<Span> before(List<Span> spans, int offset, String text) {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            int end = Math.min(span.end(), offset);
            while (end > span.start() && (Blanks.isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
                end--;
            }
            if (end > span.start()) {
                kept.add(new Span(span.start(), end));
            }
        }
        return kept;
    }

    /** Adds a stretch without the marks at its ends. */
    static void add(ParsedSentence sentence, int from, int to, List<Span> content) {
        int start = from;
        int end = to;
        while (start < end && sentence.isPunctuation(start)) {
            start++;
        }
        while (end > start && sentence.isPunctuation(end - 1)) {
            end--;
        }
        if (start < end) {
            content.add(sentence.span(start, end));
        }
    }
}
