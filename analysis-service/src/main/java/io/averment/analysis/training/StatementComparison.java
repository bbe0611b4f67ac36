package io.averment.analysis.training;

import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The statements marked in a text beside those found in it; statements without visible content are left out of the latter. */
final class StatementComparison {

    /** A content is direct when at least this share of it is quoted. */
    private static final double DIRECT = .8;

    private final GoldReport gold;
    private final List<Statement> found = new ArrayList<>();
    private final List<Characters> goldContents;
    private final List<Characters> foundContents = new ArrayList<>();
    private final Pairing pairing;
    private final BitSet quoted;

    StatementComparison(GoldReport gold, List<Statement> statements) {
        this.gold = gold;
        String text = gold.text();
        for (Statement statement : statements) {
            Characters content = Characters.of(text, statement.content());
            if (!content.isEmpty()) {
                found.add(statement);
                foundContents.add(content);
            }
        }
        goldContents = gold.statements().stream()
                .map(statement -> Characters.of(text, statement.content()))
                .toList();
        pairing = Pairing.of(goldContents, foundContents, Pairing.Overlap::isHalfOfBoth);
        quoted = quoted(text);
    }

    GoldReport gold() {
        return gold;
    }

    List<Statement> found() {
        return found;
    }

    List<Characters> goldContents() {
        return goldContents;
    }

    List<Characters> foundContents() {
        return foundContents;
    }

    Pairing pairing() {
        return pairing;
    }

    /** The kind of a marked statement, by the share of its content inside quotation marks. */
    Statement.Kind kind(int number) {
        Characters content = goldContents.get(number);
        double share = content.shared(quoted) / (double) Math.max(1, content.size());
        if (share >= DIRECT) {
            return Statement.Kind.DIRECT;
        }
        return share > 0 ? Statement.Kind.MIXED : Statement.Kind.INDIRECT;
    }

    /** Whether the speaker found for a marked statement that is paired is right, as {@link PartyComparison} says. */
    boolean isSpeakerRight(int number) {
        Speaker speaker = found.get(pairing.foundOf(number)).speaker();
        return PartyComparison.isRight(
                gold.text(), gold.statements().get(number).speaker(), speaker.spans(), speaker.name());
    }

    /** The places inside double quotation marks, marks included; a line's end closes what is open. */
    private static BitSet quoted(String text) {
        BitSet quoted = new BitSet(text.length());
        int opened = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '“' || (c == '"' && opened < 0)) {
                opened = i;
            } else if (opened >= 0 && (c == '”' || c == '"' || c == '\n')) {
                quoted.set(opened, i + 1);
                opened = -1;
            }
        }
        return quoted;
    }
}
