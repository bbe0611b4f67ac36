package io.averment.analysis.training;

import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists what was not found as it is marked in the own corpus of commitments, for people to read: a line each of cause, passage, and
 * for the marked and for the found commitment act, actor, deadline with its value, strength and outcome, parted by tabs.
 */
final class CommitmentErrors {

    private static final int SHOWN = 120;

    private final CommitmentComparison comparison;
    private final PrintStream out;

    private CommitmentErrors(CommitmentComparison comparison, PrintStream out) {
        this.comparison = comparison;
        this.out = out;
    }

    /** Why a commitment is an error; the first that holds is printed. */
    private enum Cause {
        MISSED,
        WRONG_ACTOR,
        WRONG_DEADLINE,
        WRONG_STRENGTH,
        WRONG_OUTCOME,
        SPURIOUS
    }

    /** @throws IOException if the file cannot be read */
    static void print(Path corpus, Function<Report, List<FoundCommitment>> reading, PrintStream out)
            throws IOException {
        for (GoldPassage passage : MarkedCommitments.read(corpus)) {
            List<FoundCommitment> found = reading.apply(passage.report());
            new CommitmentErrors(new CommitmentComparison(passage, found), out).print();
        }
    }

    private void print() {
        for (int i = 0; i < comparison.gold().commitments().size(); i++) {
            if (!comparison.pairing().isGoldPaired(i)) {
                print(Cause.MISSED, marked(i), "");
            } else if (!comparison.isActorRight(i)) {
                printPair(Cause.WRONG_ACTOR, i);
            } else if (!comparison.isDeadlineRight(i)) {
                printPair(Cause.WRONG_DEADLINE, i);
            } else {
                printReading(i);
            }
        }
        for (int j = 0; j < comparison.found().size(); j++) {
            if (!comparison.pairing().isFoundPaired(j)) {
                print(Cause.SPURIOUS, "\t\t\t", found(comparison.found().get(j)));
            }
        }
    }

    private void printReading(int number) {
        GoldCommitment.Reading wanted =
                comparison.gold().commitments().get(number).reading();
        GoldCommitment.Reading given = comparison.foundFor(number).reading();
        if (wanted.strength() != given.strength()) {
            printPair(Cause.WRONG_STRENGTH, number);
        } else if (wanted.outcome() != given.outcome()) {
            printPair(Cause.WRONG_OUTCOME, number);
        }
    }

    private void printPair(Cause cause, int number) {
        print(cause, marked(number), found(comparison.foundFor(number)));
    }

    private void print(Cause cause, String marked, String found) {
        out.println(cause + "\t" + comparison.gold().name() + "\t" + marked + "\t" + found);
    }

    private String marked(int number) {
        GoldCommitment of = comparison.gold().commitments().get(number);
        return line(of.act(), words(of.actor()), of.deadline(), of.reading());
    }

    private String found(FoundCommitment of) {
        String actor = of.actor().name() == null
                ? words(of.actor().words())
                : of.actor().name();
        return line(of.act(), Objects.requireNonNullElse(actor, ""), of.deadline(), of.reading());
    }

    private String line(List<Span> act, String actor, List<Span> deadline, GoldCommitment.Reading reading) {
        String day = reading.edtf() == null ? "" : " = " + reading.edtf();
        String outcome = reading.outcome() == null ? "" : " " + reading.outcome();
        return words(act) + "\t" + actor + "\t" + words(deadline) + day + "\t" + reading.strength() + outcome;
    }

    private String words(List<Span> spans) {
        String words = spans.stream()
                .map(span -> span.of(comparison.gold().text()))
                .collect(Collectors.joining(" | "))
                .replaceAll("\\s+", " ");
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}
