package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements marked in a text beside those found in it; statements without visible content are left out of the latter. */
final class StatementComparison {

    /** A content is direct when at least this share of it is quoted. */
    private static final double DIRECT = .8;

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final GoldReport gold;
    private final List<Statement> found = new ArrayList<>();
    private final List<Characters> goldContents;
    private final List<Characters> foundContents = new ArrayList<>();
    private final StatementPairing pairing;
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
        pairing = StatementPairing.of(goldContents, foundContents);
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

    StatementPairing pairing() {
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

    /**
     * Whether the speaker found for a marked statement that is paired is right: the words touch those marked, or the name ends in a
     * capitalised word of them; where no speaker is marked, no words may be found.
     */
    boolean isSpeakerRight(int number) {
        String text = gold.text();
        Speaker speaker = found.get(pairing.foundOf(number)).speaker();
        List<Span> marked = gold.statements().get(number).speaker();
        Characters source = Characters.of(text, marked);
        Characters words = Characters.of(text, speaker.spans());
        if (source.isEmpty()) {
            return words.isEmpty();
        }
        String name = speaker.name();
        return words.shared(source) > 0 || (name != null && endsInWordOf(marked, name));
    }

    private boolean endsInWordOf(List<Span> marked, String name) {
        List<String> words = words(name);
        return !words.isEmpty()
                && marked.stream()
                        .flatMap(span -> words(span.of(gold.text())).stream())
                        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                        .anyMatch(words.getLast()::equals);
    }

    private static List<String> words(String text) {
        Matcher word = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
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
