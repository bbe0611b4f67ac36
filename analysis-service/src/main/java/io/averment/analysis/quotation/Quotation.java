package io.averment.analysis.quotation;

import io.averment.analysis.document.Span;
import java.util.List;

/**
 * A stretch of text between quotation marks; one of several paragraphs has a part for each.
 *
 * @param parts at least one, in order; quotations inside it are not quotations of their own
 * @param closed whether the closing mark is there; where it is missing, the last part runs to the end of its paragraph
 */
public record Quotation(List<Part> parts, boolean closed) {

    public Quotation {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A quotation needs a part");
        }
    }

    /**
     * What stands in one paragraph.
     *
     * @param span with the marks
     * @param inside without them
     */
    public record Part(Span span, Span inside) {}

    public int start() {
        return parts.getFirst().span().start();
    }

    public int end() {
        return parts.getLast().span().end();
    }

    public List<Span> spans() {
        return parts.stream().map(Part::span).toList();
    }

    public List<Span> insides() {
        return parts.stream().map(Part::inside).toList();
    }
}
