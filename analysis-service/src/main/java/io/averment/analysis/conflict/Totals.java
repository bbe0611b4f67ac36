package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds totals that their phases do not add up to. Linear in the commitments for each total; only the first are compared. */
final class Totals {

    private final Undertakings undertakings;

    Totals(Undertakings undertakings) {
        this.undertakings = undertakings;
    }

    void read(Findings findings) {
        for (Undertaking total : undertakings.all()) {
            if (!findings.isFull() && total.hasQuantity() && total.commitment().phase() == null) {
                compare(total, findings);
            }
        }
    }

    private void compare(Undertaking total, Findings findings) {
        TreeMap<Integer, Undertaking> parts = new TreeMap<>();
        for (Undertaking part : undertakings.all()) {
            Phase phase = part.commitment().phase();
            if (phase != null && part.hasQuantity() && part.unit().equals(total.unit())) {
                parts.putIfAbsent(phase.order(), part);
            }
        }
        boolean whole = parts.size() > 1 && parts.lastKey() == parts.size();
        BigDecimal sum = parts.values().stream().map(Undertaking::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        int compared = sum.compareTo(total.quantity());
        // Fewer than the total may be some of its parts only, unless the text says how many there are.
        boolean all = parts.values().stream().anyMatch(part -> isLast(part, parts.size()));
        if (!whole || compared == 0 || (compared < 0 && !all)) {
            return;
        }
        List<String> facts = new ArrayList<>();
        facts.add(total.commitment().id());
        parts.values().stream().map(Undertaking::commitment).map(Commitment::id).forEach(facts::add);
        findings.add(new Conflict(
                Conflict.Kind.TOTAL,
                facts,
                "The text speaks of " + Undertakings.digits(total.quantity()) + " in all (“" + undertakings.words(total)
                        + "”), but its " + parts.size() + " phases add up to " + Undertakings.digits(sum) + "."));
    }

    private static boolean isLast(Undertaking part, int parts) {
        Phase phase = part.commitment().phase();
        return phase != null && phase.count() == parts;
    }
}
