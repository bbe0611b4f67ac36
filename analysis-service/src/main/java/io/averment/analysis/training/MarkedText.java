package io.averment.analysis.training;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a passage of the project's own corpora, and what is marked in it: {@code [s1.who words]} gives the words the role
 * {@code who} of {@code s1}, {@code [s1 words]} the role without a name. Marks nest and close in their paragraph; a backslash takes
 * a bracket as it is. Not thread-safe.
 */
final class MarkedText {

    private static final String HEADLINE = "headline: ";

    private final Pattern labels;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int headlineEnd;

    /** @param letter that the ids of what is marked begin with */
    MarkedText(char letter) {
        labels = Pattern.compile("\\[((?:" + letter + "\\d+(?:\\.\\w+)?,?)+) ");
    }

    /**
     * Marked words.
     *
     * @param id what they belong to
     * @param role what they are to it; empty for the role without a name
     */
    record Mark(String id, String role, Span span) {}

    /** A bracket that is not closed yet. */
    private record Open(List<String> labels, int start) {}

    String text() {
        return text.toString();
    }

    /** UTF-16 code units of the headline at the start of the text, 0 when none. */
    int headlineEnd() {
        return headlineEnd;
    }

    /** In the order in which the marks close. */
    List<Mark> marks() {
        return marks;
    }

    /**
     * Adds a paragraph, which the first time may be a headline.
     *
     * @throws IllegalArgumentException saying which mark is wrong
     */
    void addParagraph(String line) {
        boolean isHeadline = line.startsWith(HEADLINE);
        require(!isHeadline || text.isEmpty(), "the headline is not the first line");
        text.append(text.isEmpty() ? "" : "\n\n");
        addMarked(isHeadline ? line.substring(HEADLINE.length()) : line);
        headlineEnd = isHeadline ? text.length() : headlineEnd;
    }

    private void addMarked(String line) {
        Deque<Open> open = new ArrayDeque<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                text.append(line.charAt(i + 1));
                i += 2;
            } else if (c == '[') {
                Matcher label = labels.matcher(line).region(i, line.length());
                require(label.lookingAt(), "'" + line.substring(i, Math.min(i + 12, line.length())) + "' is no mark");
                open.push(new Open(Arrays.asList(label.group(1).split(",", -1)), text.length()));
                i = label.end();
            } else if (c == ']') {
                require(!open.isEmpty(), "']' closes nothing");
                close(open.pop());
                i++;
            } else {
                text.append(c);
                i++;
            }
        }
        require(open.isEmpty(), "a mark is not closed in its paragraph");
    }

    private void close(Open open) {
        Span span = new Span(open.start(), text.length());
        require(
                !span.isEmpty()
                        && Blanks.trim(text.toString(), span.start(), span.end())
                                .equals(span),
                open.labels() + " is empty or has blanks at its ends");
        for (String label : open.labels()) {
            int dot = label.indexOf('.');
            String id = dot < 0 ? label : label.substring(0, dot);
            marks.add(new Mark(id, dot < 0 ? "" : label.substring(dot + 1), span));
        }
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
