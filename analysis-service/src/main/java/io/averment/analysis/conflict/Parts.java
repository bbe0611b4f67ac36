package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;
import java.math.BigDecimal;

/**
 * The parts that stand behind a colon, each the first number of its own item: "200 for Terminal 2 in May and 100 for Terminal 3" are two.
 * For one thread; linear in the sentence.
 */
final class Parts {

    /** So many parts and more are thought to be all, where they are told as one list. */
    private static final int LEAST_CLOSED = 3;

    private final Undertakings undertakings;
    private final ParsedSentence sentence;
    private final int colon;
    private BigDecimal sum = BigDecimal.ZERO;
    private int count;

    /** Whether "and" leads to the part counted last. */
    private boolean concluded;

    /** The token that ends the part counted last. */
    private int last = NONE;

    /** The token of the number that was last told to be none of the parts, though it stands as one does. */
    private int listed = NONE;

    private Parts(Undertakings undertakings, ParsedSentence sentence, int colon) {
        this.undertakings = undertakings;
        this.sentence = sentence;
        this.colon = colon;
    }

    /** @param unit lemma of what the total counts, which parts may leave out */
    static Parts of(Undertakings undertakings, ParsedSentence sentence, int colon, String unit) {
        Parts parts = new Parts(undertakings, sentence, colon);
        for (int i = colon + 1; i < sentence.size(); i++) {
            boolean named = sentence.lemma(i).equals(unit);
            parts.add(i, named ? undertakings.quantity(sentence, i) : undertakings.quantityAlone(sentence, i), named);
        }
        return parts;
    }

    BigDecimal sum() {
        return sum;
    }

    int count() {
        return count;
    }

    /**
     * Whether they are told as all that there are: "400 in May, 300 in June and 100 in July", three at least, with nothing beside them such
     * as "and the rest by August".
     */
    boolean isClosed() {
        int joints = 0;
        for (int i = colon + 1; i < sentence.size(); i++) {
            joints += isJoint(i) && !isJoint(i - 1) ? 1 : 0;
        }
        return count >= LEAST_CLOSED && concluded && joints == count - 1;
    }

    private boolean isJoint(int token) {
        String tag = sentence.xpos(token);
        boolean joint =
                tag.equals(",") || tag.equals(":") || sentence.upos(token).equals("CCONJ");
        return token > colon && joint && !undertakings.isTimed(sentence, token);
    }

    private void add(int token, BigDecimal part, boolean named) {
        int lead = lead(named ? token - 1 : token);
        if (part.signum() == 0 || !isLead(lead) || isListed(token, lead)) {
            return;
        }
        sum = sum.add(part);
        count++;
        last = token;
        concluded = sentence.upos(lead).equals("CCONJ");
    }

    /** The token before a number and its determiners: the comma of ", another 200". */
    private int lead(int number) {
        int at = number;
        while (at > colon
                && switch (sentence.upos(at)) {
                    case "NUM", "SYM", "ADJ", "DET" -> !undertakings.isTimed(sentence, at);
                    default -> false;
                }) {
            at--;
        }
        return at;
    }

    /** Whether a part may stand behind a token: behind a name or a noun it is a number of theirs, as of Terminal 2. */
    private boolean isLead(int token) {
        String tag = sentence.xpos(token);
        return tag.equals(",")
                || tag.equals(":")
                || token == colon
                || sentence.upos(token).equals("CCONJ")
                || sentence.upos(token).equals("VERB")
                || undertakings.isTimed(sentence, token);
    }

    /** Whether a number goes on with one that is no part: the 3 and the 4 of "200 for rooms 2, 3 and 4". */
    private boolean isListed(int token, int lead) {
        int before = lead;
        while (before > colon
                && (sentence.isPunctuation(before) || sentence.upos(before).equals("CCONJ"))) {
            before--;
        }
        if (before <= colon + 1
                || before == lead
                || before == last
                || !sentence.upos(before).equals("NUM")
                || undertakings.isTimed(sentence, before)) {
            return false;
        }
        int head = sentence.head(token);
        boolean joined = sentence.isKindOf(token, "conj") && (head == before || head == before - 1);
        boolean plural = sentence.xpos(before - 1).equals("NNS")
                || sentence.xpos(before - 1).equals("NNPS");
        if (before == listed || plural || joined) {
            listed = token;
            return true;
        }
        return false;
    }
}
