package io.averment.analysis.training;

import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One passage of {@link MarkedStatements}, while it is read. Not thread-safe; used once. */
final class MarkedPassage {

    private static final Pattern READING = Pattern.compile("(s\\d+): ([A-Z]+) ([A-Z]+)( hedged)?(?: in (s\\d+))?\\s*");

    private static final String PUBLISHED = "published: ";

    private final String name;
    private final MarkedText text = new MarkedText('s');
    private final Map<String, Marks> marks = new LinkedHashMap<>();
    private @Nullable String published;

    MarkedPassage(String name) {
        this.name = name;
    }

    /** The stretches marked for a statement, and the line that says how it is meant. */
    private static final class Marks {
        private final List<Span> content = new ArrayList<>();
        private final List<Span> cue = new ArrayList<>();
        private final List<Span> speaker = new ArrayList<>();
        private final List<GoldStatement.Hop> hops = new ArrayList<>();
        private final List<Span> saidAt = new ArrayList<>();
        private @Nullable Matcher reading;
    }

    /**
     * Reads the lines of the passage: paragraphs, and a line for each statement.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    GoldReport read(List<String> lines) {
        List<Matcher> readings = new ArrayList<>();
        for (String line : lines) {
            Matcher reading = READING.matcher(line);
            if (line.startsWith(PUBLISHED)) {
                published = day(line.substring(PUBLISHED.length()));
            } else if (reading.matches()) {
                readings.add(reading);
            } else {
                text.addParagraph(line);
            }
        }
        text.marks().forEach(this::add);
        for (Matcher reading : readings) {
            Marks of = marksOf(reading.group(1));
            require(of.reading == null, reading.group(1) + " has two lines");
            of.reading = reading;
        }
        List<GoldStatement> statements = new ArrayList<>();
        for (Map.Entry<String, Marks> each : marks.entrySet()) {
            statements.add(statement(each.getKey(), each.getValue()));
        }
        requireNesting(statements);
        return new GoldReport(name, text.text(), text.headlineEnd(), published, statements);
    }

    private String day(String value) {
        require(published == null, "it has two dates of publication");
        require(PublicationDate.isValid(value), "'" + value + "' is no date");
        return value;
    }

    private void add(MarkedText.Mark mark) {
        Marks of = marksOf(mark.id());
        switch (mark.role()) {
            case "" -> of.content.add(mark.span());
            case "who" -> of.speaker.add(mark.span());
            case "cue" -> of.cue.add(mark.span());
            case "when" -> of.saidAt.add(mark.span());
            case "medium" -> of.hops.add(new GoldStatement.Hop(Statement.Role.MEDIUM, mark.span()));
            case "agency" -> of.hops.add(new GoldStatement.Hop(Statement.Role.AGENCY, mark.span()));
            default -> throw new IllegalArgumentException("'" + mark.id() + "." + mark.role() + "' has no known role");
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
                of.hops,
                of.saidAt);
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
