package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.Quotation;
import java.util.List;

/** Tells what stands between quotation marks; is asked in the order of the text. For one thread; linear. */
final class Quoted {

    private final List<Span> insides;
    private int next;

    /** @param quotations by position */
    Quoted(List<Quotation> quotations) {
        insides = quotations.stream()
                .flatMap(quotation -> quotation.insides().stream())
                .toList();
    }

    /** Whether a stretch, none of which lies before those that were asked for, is another's words. */
    boolean holds(Span span) {
        while (next < insides.size() && insides.get(next).end() < span.end()) {
            next++;
        }
        return next < insides.size() && insides.get(next).contains(span);
    }
}
