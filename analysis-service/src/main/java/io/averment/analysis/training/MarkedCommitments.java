package io.averment.analysis.training;

import io.averment.analysis.commitment.Outcome;
import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the project's own corpus of commitments; {@code corpus/commitments/README.md} says what the format is. One instance reads
 * one passage. Not thread-safe.
 */
final class MarkedCommitments {

    private static final String PUBLISHED = "published: ";
    private static final Pattern LINE =
            Pattern.compile("(c\\d+): ([A-Z]+)( (?:\\.\\.|\\d)[\\dX/.-]*)?(?: phase ([1-9]))?( [A-Z]+)?( not)?\\s*");
    private static final Pattern LINE_START = Pattern.compile("c\\d+:.*");
    private static final String ACT = "";
    private static final String PHASE = "phase";
    private static final Set<String> ROLES = Set.of(ACT, "actor", "said", "object", "place", "when", "if", PHASE);

    private final MarkedText text = new MarkedText('c');
    private final Map<String, Matcher> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Span>>> marks = new HashMap<>();
    private @Nullable LocalDate published;

    private MarkedCommitments() {}

    /**
     * The passages of a file.
     *
     * @throws IOException if an annotation is wrong, naming file, passage and reason
     */
    static List<GoldPassage> read(Path file) throws IOException {
        return PassageFile.read(file, (name, lines) -> new MarkedCommitments().passage(name, lines));
    }

    private GoldPassage passage(String name, List<String> passage) {
        passage.forEach(this::addLine);
        for (MarkedText.Mark mark : text.marks()) {
            require(ROLES.contains(mark.role()), "'" + mark.id() + "." + mark.role() + "' has no known role");
            require(lines.containsKey(mark.id()), mark.id() + " has no line that says how it is meant");
            marks.computeIfAbsent(mark.id(), key -> new HashMap<>())
                    .computeIfAbsent(mark.role(), key -> new ArrayList<>())
                    .add(mark.span());
        }
        LocalDate day = published;
        if (day == null) {
            throw new IllegalArgumentException("it has no date of publication");
        }
        List<GoldCommitment> commitments = new ArrayList<>();
        lines.forEach((id, line) -> commitments.add(commitment(id, line)));
        return new GoldPassage(name, day, text.text(), text.headlineEnd(), commitments);
    }

    private void addLine(String line) {
        Matcher reading = LINE.matcher(line);
        if (line.startsWith(PUBLISHED)) {
            require(published == null, "it has two dates of publication");
            published = day(line.substring(PUBLISHED.length()));
        } else if (reading.matches()) {
            require(lines.put(reading.group(1), reading) == null, reading.group(1) + " has two lines");
        } else {
            require(!LINE_START.matcher(line).matches(), "'" + line + "' does not say how it is meant");
            text.addParagraph(line);
        }
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + value + "' is no date", e);
        }
    }

    private GoldCommitment commitment(String id, Matcher line) {
        GoldCommitment.Reading reading = reading(line);
        require(!words(id, ACT).isEmpty(), id + " has no act");
        require(reading.edtf() == null || !words(id, "when").isEmpty(), id + " has a day and no words for it");
        require(
                (reading.phase() > 0) != words(id, PHASE).isEmpty(),
                id + " has a phase's words and no order, or its order and no words");
        require(
                reading.strength() != Strength.CONDITIONAL || !words(id, "if").isEmpty(),
                id + " is CONDITIONAL without a condition");
        return new GoldCommitment(
                id,
                words(id, ACT),
                words(id, "actor"),
                words(id, "said"),
                words(id, "object"),
                words(id, "place"),
                words(id, "when"),
                words(id, "if"),
                reading);
    }

    private static GoldCommitment.Reading reading(Matcher line) {
        String edtf = line.group(3) == null ? null : line.group(3).substring(1);
        String phase = line.group(4);
        String outcome = line.group(5);
        return new GoldCommitment.Reading(
                constant(Strength.values(), line.group(2)),
                edtf,
                edtf == null ? null : LatestDay.of(edtf),
                phase == null ? 0 : Integer.parseInt(phase),
                outcome == null ? null : constant(Outcome.values(), outcome.substring(1)),
                line.group(6) != null);
    }

    private List<Span> words(String id, String role) {
        return marks.getOrDefault(id, Map.of()).getOrDefault(role, List.of());
    }

    private static <T extends Enum<T>> T constant(T[] values, String word) {
        for (T value : values) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no strength or outcome");
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
