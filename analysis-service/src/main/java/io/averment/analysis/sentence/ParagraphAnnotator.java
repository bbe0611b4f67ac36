package io.averment.analysis.sentence;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds paragraphs. A line is a paragraph, as most outlets write; in a text whose lines are wrapped by hand at a width, only a
 * blank line ends one. The headline is always a paragraph of its own. Thread-safe, linear.
 */
public final class ParagraphAnnotator implements Annotator<Span> {

    /** Without the blanks around them; none is empty. */
    public static final Layer<Span> PARAGRAPHS = new Layer<>("paragraphs", Span.class);

    /** Lines of a hand-wrapped text are not longer than this, in UTF-16 code units. */
    private static final int WIDEST_WRAPPED_LINE = 100;

    @Override
    public String name() {
        return "paragraphs";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<Span> produces() {
        return PARAGRAPHS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return List.of();
    }

    @Override
    public List<Span> annotate(Document document) {
        String text = document.text();
        int bodyStart = document.report().headlineEnd();
        List<Span> paragraphs = new ArrayList<>();
        addUnlessEmpty(paragraphs, Blanks.trim(text, 0, bodyStart));
        List<Span> lines = lines(text, bodyStart);
        if (isWrapped(text, lines)) {
            joinLines(text, lines, paragraphs);
        } else {
            lines.forEach(line -> addUnlessEmpty(paragraphs, line));
        }
        return paragraphs;
    }

    private static void addUnlessEmpty(List<Span> paragraphs, Span span) {
        if (!span.isEmpty()) {
            paragraphs.add(span);
        }
    }

    /** Every line without its outer blanks, empty ones too. */
    private static List<Span> lines(String text, int from) {
        List<Span> lines = new ArrayList<>();
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineEnd(c) && !first) {
                lines.add(Blanks.trim(text, start, i));
                start = i + 1;
            }
        }
        lines.add(Blanks.trim(text, start, text.length()));
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Whether the lines are short and most that have a next line break off in the middle of a sentence. */
    private static boolean isWrapped(String text, List<Span> lines) {
        int followed = 0;
        int brokenOff = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Span line = lines.get(i);
            if (line.end() - line.start() > WIDEST_WRAPPED_LINE) {
                return false;
            }
            if (!line.isEmpty() && !lines.get(i + 1).isEmpty()) {
                followed++;
                if (".!?…\"”’'):".indexOf(text.charAt(line.end() - 1)) < 0) {
                    brokenOff++;
                }
            }
        }
        return followed >= 3 && brokenOff * 3 >= followed * 2;
    }

    private static void joinLines(String text, List<Span> lines, List<Span> paragraphs) {
        int start = -1;
        int end = -1;
        for (Span line : lines) {
            if (!line.isEmpty()) {
                start = start < 0 ? line.start() : start;
                end = line.end();
            } else if (start >= 0) {
                addUnlessEmpty(paragraphs, Blanks.trim(text, start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            addUnlessEmpty(paragraphs, Blanks.trim(text, start, end));
        }
    }
}
