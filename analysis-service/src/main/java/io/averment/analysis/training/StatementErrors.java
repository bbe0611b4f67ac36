package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.time.TimeExpression;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists what was not found as it is marked, for people to read: a line each of cause, text, cue, speaker and content as marked, and
 * speaker and content as found, parted by tabs.
 */
final class StatementErrors {

    private static final int SHOWN = 160;

    private final PrintStream out;

    private StatementErrors(PrintStream out) {
        this.out = out;
    }

    /** Why a statement is an error. */
    private enum Cause {
        /** No statement found shares a word with the content. */
        MISSED,
        /** One does, but they share less than half of either. */
        BORDER,
        WRONG_SPEAKER,
        /** Found, and said at another time than is marked, or at none. */
        WRONG_TIME,
        /** A statement found shares no word with a content that is not already found. */
        SPURIOUS
    }

    /**
     * Prints the errors of a corpus.
     *
     * @param corpus a folder of attributions in standoff format, or a file of the project's own corpus
     * @throws IOException if it cannot be read
     */
    static void print(Path corpus, Function<Report, List<Statement>> reading, PrintStream out) throws IOException {
        List<GoldReport> reports = Files.isDirectory(corpus)
                ? StandoffStatements.read(corpus, name -> true)
                : MarkedStatements.read(corpus);
        StatementErrors errors = new StatementErrors(out);
        for (GoldReport report : reports) {
            errors.print(new StatementComparison(report, reading.apply(report.report())));
        }
    }

    private void print(StatementComparison comparison) {
        Pairing pairing = comparison.pairing();
        BitSet missed = new BitSet();
        BitSet spurious = new BitSet();
        for (int i = 0; i < comparison.gold().statements().size(); i++) {
            missed.set(i, !pairing.isGoldPaired(i));
            if (pairing.isGoldPaired(i) && !comparison.isSpeakerRight(i)) {
                print(Cause.WRONG_SPEAKER, comparison, i, pairing.foundOf(i));
            }
            if (pairing.isGoldPaired(i) && !SaidAtScore.isRight(comparison, i)) {
                printTime(comparison, i);
            }
        }
        for (int j = 0; j < comparison.found().size(); j++) {
            spurious.set(j, !pairing.isFoundPaired(j));
        }
        for (Pairing.Overlap overlap : Pairing.overlaps(comparison.goldContents(), comparison.foundContents())) {
            if (missed.get(overlap.gold()) && spurious.get(overlap.found())) {
                missed.clear(overlap.gold());
                spurious.clear(overlap.found());
                print(Cause.BORDER, comparison, overlap.gold(), overlap.found());
            }
        }
        missed.stream().forEach(i -> print(Cause.MISSED, comparison, i, -1));
        spurious.stream().forEach(j -> print(Cause.SPURIOUS, comparison, -1, j));
    }

    private void printTime(StatementComparison comparison, int marked) {
        String text = comparison.gold().text();
        GoldStatement statement = comparison.gold().statements().get(marked);
        GoldStatement.Reading reading = statement.reading();
        TimeExpression found =
                comparison.found().get(comparison.pairing().foundOf(marked)).saidAt();
        StringBuilder line = new StringBuilder(Cause.WRONG_TIME.name())
                .append('\t')
                .append(comparison.gold().name());
        add(text, statement.cue(), line);
        add(text, statement.content(), line);
        add(text, reading == null ? List.of() : reading.saidAt(), line);
        add(text, found == null ? List.of() : List.of(found.span()), line);
        out.println(line);
    }

    /** @param marked number of the marked statement, negative when there is none; so is {@code found} */
    private void print(Cause cause, StatementComparison comparison, int marked, int found) {
        String text = comparison.gold().text();
        StringBuilder line = new StringBuilder(cause.name())
                .append('\t')
                .append(comparison.gold().name());
        if (marked >= 0) {
            GoldStatement statement = comparison.gold().statements().get(marked);
            add(text, statement.cue(), line);
            add(text, statement.speaker(), line);
            add(text, statement.content(), line);
        } else {
            add(text, comparison.found().get(found).cue(), line);
            line.append("\t\t");
        }
        if (found >= 0) {
            Statement statement = comparison.found().get(found);
            add(text, statement.speaker().spans(), line);
            add(text, statement.content(), line);
        } else {
            line.append("\t\t");
        }
        out.println(line);
    }

    private static void add(String text, List<Span> spans, StringBuilder line) {
        String words = spans.stream()
                .map(span -> span.of(text))
                .collect(Collectors.joining(" | "))
                .replaceAll("\\s+", " ");
        line.append('\t').append(words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words);
    }
}
