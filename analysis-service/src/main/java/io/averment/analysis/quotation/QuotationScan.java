package io.averment.analysis.quotation;

import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.MarkReader.Mark;
import io.averment.analysis.quotation.Quotation.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One walk over the paragraphs of a text. Not thread-safe; lives as long as the walk. */
final class QuotationScan {

    /** Deeper marks are left alone; prose does not nest further, and the stack stays small whatever comes. */
    private static final int DEEPEST = 4;

    private final String text;
    private final List<Quotation> found = new ArrayList<>();
    /** Starts of the double quotations that are open in this paragraph, outermost last. */
    private final Deque<Integer> open = new ArrayDeque<>();
    /** What was closed inside the outermost open quotation of this paragraph. */
    private final List<Part> inner = new ArrayList<>();
    /** Parts in earlier paragraphs of the quotation that is still open. */
    private final List<Part> earlier = new ArrayList<>();

    private int singleStart = -1;
    private int singleWeakEnd = -1;

    QuotationScan(String text) {
        this.text = text;
    }

    void read(Span paragraph) {
        MarkReader marks = new MarkReader(text, paragraph);
        int from = paragraph.start();
        if (!earlier.isEmpty()) {
            if (marks.readDouble(from) == Mark.OPENS) {
                open.push(from);
                from += marks.length(from);
            } else {
                found.add(new Quotation(earlier, false));
                earlier.clear();
            }
        }
        for (int i = from; i < paragraph.end(); i += marks.length(i)) {
            readMark(marks, i);
        }
        endParagraph(paragraph);
    }

    /** Every quotation of the text in its order. */
    List<Quotation> finish() {
        if (!earlier.isEmpty()) {
            found.add(new Quotation(earlier, false));
            earlier.clear();
        }
        return List.copyOf(found);
    }

    private void readMark(MarkReader marks, int i) {
        switch (marks.readDouble(i)) {
            case OPENS -> openAt(i);
            case CLOSES -> {
                if (!open.isEmpty()) {
                    closeAt(i, marks.length(i));
                }
            }
            case EITHER -> {
                if (!open.isEmpty()) {
                    closeAt(i, marks.length(i));
                } else if (!marks.followsNumber(i)) {
                    openAt(i);
                }
            }
            case NONE -> {
                if (open.isEmpty()) {
                    readSingle(marks, i);
                }
            }
        }
    }

    private void openAt(int i) {
        if (open.size() < DEEPEST) {
            open.push(i);
        }
    }

    private void closeAt(int i, int length) {
        Part part = part(open.pop(), i, length);
        if (!open.isEmpty()) {
            if (open.size() == 1) {
                inner.add(part);
            }
            return;
        }
        inner.clear();
        earlier.add(part);
        add(earlier, true);
        earlier.clear();
    }

    /** A single quotation around double ones is the outer one. */
    private void readSingle(MarkReader marks, int i) {
        switch (marks.readSingle(i)) {
            case OPENS -> singleStart = singleStart < 0 ? i : singleStart;
            case CLOSES -> {
                if (singleStart >= 0 && marks.mayBePossessive(i)) {
                    singleWeakEnd = i + 1;
                } else if (singleStart >= 0) {
                    closeSingle(i + 1);
                }
            }
            case NONE, EITHER -> {
                // An apostrophe, or no mark at all.
            }
        }
    }

    private void closeSingle(int end) {
        int start = singleStart;
        while (!found.isEmpty() && found.getLast().start() > start) {
            found.removeLast();
        }
        singleStart = -1;
        singleWeakEnd = -1;
        add(List.of(new Part(new Span(start, end), new Span(start + 1, end - 1))), true);
    }

    private void add(List<Part> parts, boolean closed) {
        boolean empty = parts.stream().allMatch(part -> part.inside().isEmpty());
        if (!empty) {
            found.add(new Quotation(parts, closed));
        }
    }

    private void endParagraph(Span paragraph) {
        if (singleStart >= 0 && singleWeakEnd >= 0 && open.isEmpty()) {
            closeSingle(singleWeakEnd);
        }
        singleStart = -1;
        singleWeakEnd = -1;
        if (open.isEmpty()) {
            return;
        }
        if (earlier.isEmpty() && !inner.isEmpty()) {
            // The outer mark has no partner, but marks inside it have: it was a slip.
            inner.forEach(part -> found.add(new Quotation(List.of(part), true)));
        } else {
            Part part = part(open.getLast(), paragraph.end(), 0);
            if (!part.inside().isEmpty()) {
                earlier.add(part);
            }
        }
        open.clear();
        inner.clear();
    }

    /** What stands between the mark at {@code start} and that of {@code length} characters at {@code end}. */
    private Part part(int start, int end, int length) {
        char mark = text.charAt(start);
        boolean pair = (mark == '\'' || mark == '`') && start + 1 < end && text.charAt(start + 1) == mark;
        return new Part(new Span(start, end + length), new Span(start + (pair ? 2 : 1), end));
    }
}
