package io.averment.query.search;

import io.averment.query.record.Extent;
import io.averment.query.record.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text in which the words and phrases of a query stand between marks, and the parts of it that show them best. Linear in the text, and for
 * choosing quadratic in the marks that one part can hold. Not thread-safe.
 */
public final class MarkedText {
    /** Stands before a word. Of private use: a text's own have to be replaced before it is marked. */
    public static final char OPENING = '\uF8F0';
    /** Stands after a word. */
    public static final char CLOSING = '\uF8F1';
    /** Stands behind the text, before what tells its phrases. */
    public static final char DIVIDER = '\uF8F2';
    /** The most parts. */
    public static final int MOST_HIGHLIGHTS = 3;
    /** Code points of a part, unless a single word is longer. */
    public static final int LONGEST_HIGHLIGHT = 200;

    private final int[] text;
    private final List<Extent> marks = new ArrayList<>();

    /** Marks that can stand in one part, from one of a segment's marks on. */
    private record Window(Segment segment, List<Extent> marks, int words) {
        int start() {
            return marks.getFirst().start();
        }

        int end() {
            return marks.getLast().end();
        }
    }

    /** A stretch that follows without a gap in the article, and what its places are greater by there. */
    private record Segment(int start, int end, int shift) {}

    /**
     * @param original as it is shown
     * @param marked the same, place by place, with marks, each opened and closed before the next one; behind a divider, if there is one,
     *     the phrases of the query and a line for each word of a term: the term's place and the word, none for a term that is never looked for
     */
    public MarkedText(String original, String marked) {
        text = original.codePoints().toArray();
        int end = marked.indexOf(DIVIDER);
        List<String> words = new ArrayList<>();
        read(end < 0 ? marked : marked.substring(0, end), words);
        if (end >= 0) {
            List<Extent> joined = joined(marked.substring(end + 1).split("\n", -1), words);
            marks.clear();
            marks.addAll(joined);
        }
    }

    private void read(String marked, List<String> words) {
        int length = 0;
        int opened = 0;
        int openedAt = 0;
        for (int at = 0; at < marked.length(); at = marked.offsetByCodePoints(at, 1)) {
            char c = marked.charAt(at);
            if (c == OPENING) {
                opened = length;
                openedAt = at + 1;
            } else if (c == CLOSING) {
                marks.add(new Extent(opened, Math.min(length, text.length)));
                words.add(marked.substring(openedAt, at));
            } else {
                length++;
            }
        }
    }

    private List<Extent> joined(String[] lines, List<String> words) {
        Map<String, Set<Integer>> terms = new HashMap<>();
        for (String line : List.of(lines).subList(2, lines.length)) {
            int blank = line.indexOf(' ');
            terms.computeIfAbsent(line.substring(blank + 1), any -> new HashSet<>())
                    .add(Integer.valueOf(line.substring(0, blank)));
        }
        List<MarkedPhrases.Word> marked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            marked.add(new MarkedPhrases.Word(marks.get(i), terms.getOrDefault(words.get(i), Set.of())));
        }
        return MarkedPhrases.read(lines[0], lines[1]).marks(text, marked, terms.getOrDefault("", Set.of()));
    }

    /** The best parts in the order of the text, when it is the article's own from its beginning on. */
    public List<Highlight> highlights() {
        return best(List.of(new Segment(0, text.length, 0)));
    }

    /** The same when it is these spans of the article's text, a blank between them. */
    public List<Highlight> highlights(List<Span> spans) {
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (Span span : spans) {
            int end = Math.min(text.length, start + span.end() - span.start());
            segments.add(new Segment(start, end, span.start() - start));
            start = end + 1;
        }
        return best(segments);
    }

    /** Those with the most different words, then those with the most marks, then those that come first. */
    private List<Highlight> best(List<Segment> segments) {
        List<Window> windows = new ArrayList<>();
        segments.forEach(segment -> addWindows(segment, windows));
        windows.sort(Comparator.comparingInt((Window window) -> -window.words())
                .thenComparingInt(window -> -window.marks().size())
                .thenComparingInt(Window::start));
        List<Window> chosen = new ArrayList<>();
        for (Window window : windows) {
            if (chosen.size() < MOST_HIGHLIGHTS
                    && chosen.stream()
                            .allMatch(other -> window.end() <= other.start() || other.end() <= window.start())) {
                chosen.add(window);
            }
        }
        chosen.sort(Comparator.comparingInt(Window::start));
        List<Highlight> highlights = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < chosen.size(); i++) {
            int limit = i + 1 < chosen.size() ? chosen.get(i + 1).start() : text.length;
            Extent extent = around(chosen.get(i), free, limit);
            highlights.add(highlight(chosen.get(i), extent));
            free = extent.end();
        }
        return highlights;
    }

    private void addWindows(Segment segment, List<Window> windows) {
        for (int first = 0; first < marks.size(); first++) {
            if (marks.get(first).start() < segment.start()) {
                continue;
            }
            Set<String> words = new HashSet<>();
            int last = first;
            while (last < marks.size()
                    && marks.get(last).end() <= segment.end()
                    && (last == first
                            || marks.get(last).end() - marks.get(first).start() <= LONGEST_HIGHLIGHT)) {
                Extent mark = marks.get(last++);
                words.add(cut(mark.start(), mark.end()).toLowerCase(Locale.ROOT));
            }
            if (last > first) {
                windows.add(new Window(segment, List.copyOf(marks.subList(first, last)), words.size()));
            }
        }
    }

    /** The window with as many whole words around it as there is room for, in its segment and between the other parts. */
    private Extent around(Window window, int free, int limit) {
        int room = Math.max(0, LONGEST_HIGHLIGHT - (window.end() - window.start()));
        int least = Math.max(free, window.segment().start());
        int most = Math.min(limit, window.segment().end());
        int start = Math.max(least, window.start() - room / 2);
        while (start > least && start < window.start() && !isBlank(start - 1)) {
            start++;
        }
        int end = Math.min(most, start + Math.max(LONGEST_HIGHLIGHT, window.end() - window.start()));
        end = Math.max(end, window.end());
        while (end < most && end > window.end() && !isBlank(end)) {
            end--;
        }
        while (start < window.start() && isBlank(start)) {
            start++;
        }
        while (end > window.end() && isBlank(end - 1)) {
            end--;
        }
        return new Extent(start, end);
    }

    private Highlight highlight(Window window, Extent extent) {
        int shift = window.segment().shift();
        List<Extent> inside = marks.stream()
                .filter(mark -> mark.start() >= extent.start() && mark.end() <= extent.end())
                .map(mark -> new Extent(mark.start() + shift, mark.end() + shift))
                .toList();
        return new Highlight(extent.start() + shift, extent.end() + shift, cut(extent.start(), extent.end()), inside);
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(text[at]);
    }

    private String cut(int start, int end) {
        return new String(text, start, end - start);
    }
}
