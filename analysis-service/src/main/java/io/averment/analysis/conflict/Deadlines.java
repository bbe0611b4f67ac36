package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Deadline;
import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.commitment.Party;
import io.averment.analysis.commitment.Phase;
import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import java.time.LocalDate;
import java.util.List;

/** Finds two days by which the same is to be done. Quadratic in the commitments, of which only the first are compared; stops where no more are kept. */
final class Deadlines {

    private final Undertakings undertakings;

    Deadlines(Undertakings undertakings) {
        this.undertakings = undertakings;
    }

    void read(Findings findings) {
        List<Undertaking> all = undertakings.all();
        for (int i = 0; i < all.size() && !findings.isFull(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (isSame(all.get(i), all.get(j)) && isApart(all.get(i), all.get(j))) {
                    findings.add(conflict(all.get(i), all.get(j)));
                }
            }
        }
    }

    /** Whether both are the same phase of the same, or the same act of the same actor on the same. */
    private static boolean isSame(Undertaking first, Undertaking second) {
        if (first.commitment().outcome() != null
                || second.commitment().outcome() != null
                || isAlternative(first, second)
                || isWithin(first, second)
                || first.isBeginning() != second.isBeginning()
                || first.commitment().negated() != second.commitment().negated()) {
            return false;
        }
        Phase phase = first.commitment().phase();
        Phase other = second.commitment().phase();
        if (phase != null && other != null) {
            return phase.order() == other.order()
                    && (first.sharesTopic(second.topics())
                            || first.topics().isEmpty()
                            || second.topics().isEmpty());
        }
        return phase == null
                && other == null
                && (isDoneTo(first) || isDoneTo(second) || !isOfOthers(first, second))
                && first.verb().equals(second.verb())
                && first.isOfSame(second);
    }

    /** Whether one act is told within the other: "starts in May" in "starts in May and ends in July". */
    private static boolean isWithin(Undertaking first, Undertaking second) {
        Span one = first.commitment().act();
        Span other = second.commitment().act();
        return one.contains(other) || other.contains(one);
    }

    /** Whether one voice gives a day, and another on a condition: "in May, or in July if it rains". */
    private static boolean isAlternative(Undertaking first, Undertaking second) {
        boolean conditional = first.commitment().strength() == Strength.CONDITIONAL
                || second.commitment().strength() == Strength.CONDITIONAL;
        String one = first.commitment().announcer().name();
        String other = second.commitment().announcer().name();
        return conditional && (one == null || other == null || one.equals(other));
    }

    /** Whether a passive tells it: then whoever says so need not be the one who does it. */
    private static boolean isDoneTo(Undertaking undertaking) {
        Span object = undertaking.commitment().object();
        boolean passive = object != null
                && object.start() < undertaking.commitment().act().start();
        // "The talks will resume, Oslo said": nor is who only announces an event.
        boolean event = !undertaking.isPointing()
                && undertaking
                        .commitment()
                        .actor()
                        .spans()
                        .equals(undertaking.commitment().announcer().spans());
        return passive || event;
    }

    /** Whether both are known to be somebody's, and not of the same one. */
    private static boolean isOfOthers(Undertaking first, Undertaking second) {
        Party one = first.commitment().actor();
        Party other = second.commitment().actor();
        if (one.entity() != null && other.entity() != null) {
            return !one.entity().equals(other.entity());
        }
        return one.entity() == null
                && other.entity() == null
                && one.name() != null
                && other.name() != null
                && !one.name().equals(other.name());
    }

    /** Whether no day fits both deadlines. */
    private static boolean isApart(Undertaking first, Undertaking second) {
        LocalDate firstLatest = first.latest();
        LocalDate secondLatest = second.latest();
        if (firstLatest == null || secondLatest == null || isOpen(first) || isOpen(second)) {
            return false;
        }
        boolean term = isTerm(first);
        if (term != isTerm(second)) {
            // What is done by June may well be done on a day in May.
            LocalDate day = term ? second.earliest() : first.earliest();
            return day != null && day.isAfter(term ? firstLatest : secondLatest);
        }
        LocalDate firstEarliest = first.earliest() == null ? firstLatest : first.earliest();
        LocalDate secondEarliest = second.earliest() == null ? secondLatest : second.earliest();
        return firstLatest.isBefore(secondEarliest) || secondLatest.isBefore(firstEarliest);
    }

    private static boolean isTerm(Undertaking undertaking) {
        Deadline deadline = undertaking.commitment().deadline();
        return deadline != null
                && switch (deadline.relation()) {
                    case BY, BEFORE, WITHIN, UNTIL -> true;
                    case AT, FROM -> false;
                };
    }

    private static boolean isOpen(Undertaking undertaking) {
        return undertaking.commitment().deadline() == null
                || undertaking.commitment().deadline().relation() == Relation.FROM;
    }

    private Conflict conflict(Undertaking first, Undertaking second) {
        Phase phase = first.commitment().phase();
        String what = phase == null ? "the same act" : "“" + phase.label() + "”";
        return new Conflict(
                Conflict.Kind.DEADLINE,
                List.of(first.commitment().id(), second.commitment().id()),
                "The text gives two dates for " + what + ": " + undertakings.due(first) + by(first) + ", and "
                        + undertakings.due(second) + by(second) + ".");
    }

    private static String by(Undertaking undertaking) {
        String name = undertaking.commitment().announcer().name();
        return name == null ? "" : ", as " + name + " says";
    }
}
