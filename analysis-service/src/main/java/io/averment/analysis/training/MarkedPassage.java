package io.averment.analysis.training;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One passage of {@link MarkedStatements}, while it is read. Not thread-safe; used once. */
final class MarkedPassage {

    private static final String HEADLINE = "headline: ";
    private static final Pattern LABELS = Pattern.compile("\\[((?:s\\d+(?:\\.\\w+)?,?)+) ");
    private static final Pattern READING = Pattern.compile("(s\\d+): ([A-Z]+) ([A-Z]+)( hedged)?(?: in (s\\d+))?\\s*");

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Marks> marks = new LinkedHashMap<>();
    private int headlineEnd;

    MarkedPassage(String name) {
        this.name = name;
    }

    /** The stretches marked for a statement, and the line that says how it is meant. */
    private static final class Marks {
        private final List<Span> content = new ArrayList<>();
        private final List<Span> cue = new ArrayList<>();
        private final List<Span> speaker = new ArrayList<>();
        private final List<GoldStatement.Hop> hops = new ArrayList<>();
        private @Nullable Matcher reading;
    }

    /** A bracket that is not closed yet. */
    private record Open(List<String> labels, int start) {}

    /**
     * Reads the lines of the passage: paragraphs, and a line for each statement.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    GoldReport read(List<String> lines) {
        for (String line : lines) {
            Matcher reading = READING.matcher(line);
            if (reading.matches()) {
                Marks of = marksOf(reading.group(1));
                require(of.reading == null, reading.group(1) + " has two lines");
                of.reading = reading;
            } else {
                addParagraph(line);
            }
        }
        List<GoldStatement> statements = new ArrayList<>();
        for (Map.Entry<String, Marks> each : marks.entrySet()) {
            statements.add(statement(each.getKey(), each.getValue()));
        }
        requireNesting(statements);
        return new GoldReport(name, text.toString(), headlineEnd, statements);
    }

    private void addParagraph(String line) {
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
                Matcher labels = LABELS.matcher(line).region(i, line.length());
                require(labels.lookingAt(), "'" + line.substring(i, Math.min(i + 12, line.length())) + "' is no mark");
                open.push(new Open(Arrays.asList(labels.group(1).split(",", -1)), text.length()));
                i = labels.end();
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
            Marks of = marksOf(dot < 0 ? label : label.substring(0, dot));
            switch (dot < 0 ? "" : label.substring(dot + 1)) {
                case "" -> of.content.add(span);
                case "who" -> of.speaker.add(span);
                case "cue" -> of.cue.add(span);
                case "medium" -> of.hops.add(new GoldStatement.Hop(Statement.Role.MEDIUM, span));
                case "agency" -> of.hops.add(new GoldStatement.Hop(Statement.Role.AGENCY, span));
                default -> throw new IllegalArgumentException("'" + label + "' has no known role");
            }
        }
    }

    private Marks marksOf(String id) {
        return marks.computeIfAbsent(id, key -> new Marks());
    }

    private static GoldStatement statement(String id, Marks of) {
        Matcher line = of.reading;
        if (line == null) {
            throw new IllegalArgumentException(id + " has no line that says how it is meant");
        }
        require(!of.content.isEmpty(), id + " has no content");
        GoldStatement.Reading reading = new GoldStatement.Reading(
                constant(Statement.Kind.values(), line.group(2)),
                constant(SpeechAct.values(), line.group(3)),
                line.group(4) != null,
                line.group(5),
                of.hops);
        return new GoldStatement(id, of.content, of.cue, of.speaker, reading);
    }

    private static <T extends Enum<T>> T constant(T[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind or speech act"));
    }

    /** A statement lies within the one that it is told in, and is not the same words. */
    private static void requireNesting(List<GoldStatement> statements) {
        Map<String, GoldStatement> byId = new LinkedHashMap<>();
        statements.forEach(statement -> byId.put(statement.id(), statement));
        for (GoldStatement statement : statements) {
            String parent =
                    statement.reading() == null ? null : statement.reading().parent();
            if (parent == null) {
                continue;
            }
            GoldStatement outer = byId.get(parent);
            require(outer != null, statement.id() + " is in " + parent + ", which is not there");
            require(
                    outer == null || isWithin(statement.content(), outer.content()),
                    statement.id() + " is not within " + parent);
        }
    }

    private static boolean isWithin(List<Span> inner, List<Span> outer) {
        return !inner.equals(outer)
                && inner.stream().allMatch(span -> outer.stream().anyMatch(each -> each.contains(span)));
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
