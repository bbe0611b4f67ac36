package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.Quotation;
import java.util.ArrayList;
import java.util.List;

/** Tells what stands between quotation marks. Immutable; an answer takes a binary search. */
final class Quoted {

    /** Not within a quotation. */
    static final int NONE = -1;

    private final List<Span> insides = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    /** @param quotations by position */
    Quoted(List<Quotation> quotations) {
        for (int i = 0; i < quotations.size(); i++) {
            for (Span inside : quotations.get(i).insides()) {
                insides.add(inside);
                numbers.add(i);
            }
        }
    }

    boolean isEmpty() {
        return insides.isEmpty();
    }

    /** The number of the quotation that a stretch is a part of, or {@link #NONE}. */
    int number(Span span) {
        int low = 0;
        int high = insides.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span inside = insides.get(middle);
            if (inside.contains(span)) {
                return numbers.get(middle);
            }
            if (inside.start() > span.start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return NONE;
    }
}
