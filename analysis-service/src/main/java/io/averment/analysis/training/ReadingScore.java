package io.averment.analysis.training;

import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speech act, kind, hedging, chain and nesting of those statements that were found. Not thread-safe. */
final class ReadingScore {

    private long readings;
    private long acts;
    private long kinds;
    private long hedges;
    private long hopsOfGold;
    private long hopsFound;
    private long hopsRight;
    private long nested;
    private long parents;

    void add(StatementComparison comparison) {
        List<GoldStatement> marked = comparison.gold().statements();
        for (int i = 0; i < marked.size(); i++) {
            GoldStatement.Reading reading = marked.get(i).reading();
            if (reading != null && comparison.pairing().isGoldPaired(i)) {
                Statement found = comparison.found().get(comparison.pairing().foundOf(i));
                readings++;
                acts += reading.act() == found.act() ? 1 : 0;
                kinds += reading.kind() == found.kind() ? 1 : 0;
                hedges += reading.hedged() == found.hedged() ? 1 : 0;
                addHops(comparison.gold().text(), reading.hops(), found.chain());
                addParent(reading.parent(), found, comparison);
            }
        }
    }

    private void addHops(String text, List<GoldStatement.Hop> marked, List<Statement.Hop> chain) {
        hopsOfGold += marked.size();
        hopsFound += chain.stream()
                .filter(hop -> hop.role() == Role.MEDIUM || hop.role() == Role.AGENCY)
                .count();
        for (GoldStatement.Hop hop : marked) {
            Characters words = Characters.of(text, List.of(hop.span()));
            hopsRight += chain.stream()
                            .filter(found -> found.role() == hop.role())
                            .anyMatch(found -> words.shared(Characters.of(text, found.spans())) > 0)
                    ? 1
                    : 0;
        }
    }

    private void addParent(@Nullable String marked, Statement found, StatementComparison comparison) {
        if (marked != null || found.parent() != null) {
            nested++;
            parents += marked != null && marked.equals(goldParent(found, comparison)) ? 1 : 0;
        }
    }

    /** The marked statement that the parent of a found one is paired with. */
    private static @Nullable String goldParent(Statement found, StatementComparison comparison) {
        for (int j = 0; j < comparison.found().size(); j++) {
            if (comparison.found().get(j).id().equals(found.parent())
                    && comparison.pairing().isFoundPaired(j)) {
                return comparison
                        .gold()
                        .statements()
                        .get(comparison.pairing().goldOf(j))
                        .id();
            }
        }
        return null;
    }

    /** The share with the right speech act. */
    double acts() {
        return StatementScore.percent(acts, readings);
    }

    /** The share with the right kind. */
    double kinds() {
        return StatementScore.percent(kinds, readings);
    }

    /** The share with the right answer to whether the speaker hedges. */
    double hedges() {
        return StatementScore.percent(hedges, readings);
    }

    /** F1 of media and agencies: right with the right role and a word in common. */
    double hopsF1() {
        return StatementScore.percent(2 * hopsRight, hopsOfGold + hopsFound);
    }

    /** The share with the right parent, of those that have one or were given one. */
    double parents() {
        return StatementScore.percent(parents, nested);
    }
}
