package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.commitment.Party;
import io.averment.analysis.commitment.Phase;
import java.time.LocalDate;
import java.util.List;

/** Finds two days by which the same is to be done. Quadratic in the commitments, of which only the first are compared. */
final class Deadlines {

    private final Undertakings undertakings;

    Deadlines(Undertakings undertakings) {
        this.undertakings = undertakings;
    }

    void read(List<Conflict> conflicts) {
        List<Undertaking> all = undertakings.all();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (isSame(all.get(i), all.get(j)) && isApart(all.get(i), all.get(j))) {
                    conflicts.add(conflict(all.get(i), all.get(j)));
                }
            }
        }
    }

    /** Whether both are the same phase of the same, or the same act of the same actor on the same. */
    private static boolean isSame(Undertaking first, Undertaking second) {
        if (first.commitment().outcome() != null
                || second.commitment().outcome() != null
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
                && !isOfOthers(first, second)
                && first.verb().equals(second.verb())
                && !first.topics().isEmpty()
                && first.topics().equals(second.topics());
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
        LocalDate firstEarliest = first.earliest() == null ? firstLatest : first.earliest();
        LocalDate secondEarliest = second.earliest() == null ? secondLatest : second.earliest();
        return firstLatest.isBefore(secondEarliest) || secondLatest.isBefore(firstEarliest);
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
