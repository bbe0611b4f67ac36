package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.conflict.ConflictWords.Use;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds sums within a sentence that its parts do not add up to, "30 million in two phases: 10 million by March and 15 million by June",
 * and shares of one whole that are more than it. Linear in the commitments and their sentences.
 */
final class Sums {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final ConflictWords words;
    private final Undertakings undertakings;
    private final List<TimeExpression> times;

    Sums(Document document, ConflictWords words, Undertakings undertakings) {
        this.words = words;
        this.undertakings = undertakings;
        this.times = document.get(TimeAnnotator.TIMES);
    }

    void read(Findings findings) {
        List<Undertaking> all = undertakings.all();
        for (int i = 0; i < all.size() && !findings.isFull(); i++) {
            if (all.get(i).hasQuantity()) {
                compareParts(all.get(i), findings);
            }
            if (i + 1 < all.size() && isShare(all.get(i)) && isShare(all.get(i + 1))) {
                compareShares(all.get(i), all.get(i + 1), findings);
            }
        }
    }

    /** A total, then a colon and parts of the same unit: as many as are announced, or a whole list, or together more than the total. */
    private void compareParts(Undertaking total, Findings findings) {
        ParsedSentence sentence =
                undertakings.sentenceAt(total.commitment().trigger().start());
        int colon = sentence == null ? NONE : colon(sentence, total);
        if (sentence == null || colon == NONE) {
            return;
        }
        BigDecimal wanted =
                announced(sentence, sentence.tokenAt(total.commitment().act().start()), colon);
        Parts parts = Parts.of(undertakings, sentence, colon, total.unit());
        BigDecimal sum = parts.sum();
        int counted = parts.count();
        List<String> facts = new ArrayList<>();
        facts.add(total.commitment().id());
        int from = sentence.start(colon);
        times.stream()
                .filter(time -> time.span().start() > from && time.span().end() <= sentence.end(sentence.size() - 1))
                .forEach(time -> facts.add(time.id()));
        boolean all = wanted.signum() == 0
                ? (sum.compareTo(total.quantity()) > 0 || parts.isClosed()) && !hasNested(sentence, colon)
                : wanted.compareTo(BigDecimal.valueOf(counted)) == 0;
        if (counted > 1 && all && sum.compareTo(total.quantity()) != 0 && facts.size() > 1) {
            findings.add(new Conflict(
                    Conflict.Kind.TOTAL,
                    facts,
                    "The text speaks of " + Undertakings.digits(total.quantity()) + " in all (“"
                            + undertakings.words(total) + "”), but its " + counted + " parts add up to "
                            + Undertakings.digits(sum) + "."));
        }
    }

    /** Whether a part is told of that another holds: 200 in May, including 50 women; 120 beds, 60 of them for children. */
    private boolean hasNested(ParsedSentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            boolean pointing = words.is(sentence.lemma(i), Use.EMPTY)
                    && sentence.upos(i).equals("PRON")
                    && sentence.upos(i - 1).equals("ADP");
            if (pointing || words.is(sentence.lemma(i), Use.NESTING) || words.is(sentence.lower(i), Use.NESTING)) {
                return true;
            }
        }
        return false;
    }

    private static int colon(ParsedSentence sentence, Undertaking total) {
        for (int i = sentence.tokenAt(total.commitment().act().start()); i < sentence.size(); i++) {
            if (sentence.lower(i).equals(":")) {
                return i;
            }
        }
        return NONE;
    }

    /** How many parts are announced between two tokens; 0 when none are. */
    private BigDecimal announced(ParsedSentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(sentence.lemma(i), Use.PART)) {
                return undertakings.quantity(sentence, i);
            }
        }
        return BigDecimal.ZERO;
    }

    private boolean isShare(Undertaking undertaking) {
        return undertaking.unit().equals(Undertakings.PERCENT)
                && undertaking.quantity().compareTo(WHOLE) <= 0
                && words.is(undertaking.verb(), Use.SHARING);
    }

    /** Whether two shares are of one whole, or the second of "it". */
    private boolean isOfSame(Undertaking first, Undertaking second) {
        String one = whole(first);
        String other = whole(second);
        return one.equals(other) || words.is(other, Use.EMPTY) || other.isEmpty();
    }

    /** What it is a share of; empty when that is not said. */
    private String whole(Undertaking share) {
        ParsedSentence sentence =
                undertakings.sentenceAt(share.commitment().act().start());
        Span object = share.commitment().object();
        if (sentence == null || object == null) {
            return "";
        }
        int of = sentence.dependent(sentence.headOrNearest(object), "nmod");
        return of == NONE ? "" : sentence.lemma(of);
    }

    /** Two of one sentence that have more than all of it. */
    private void compareShares(Undertaking first, Undertaking second, Findings findings) {
        BigDecimal sum = first.quantity().add(second.quantity());
        boolean same = first.verb().equals(second.verb()) && isOfSame(first, second);
        if (first.sentence() == second.sentence() && same && sum.compareTo(WHOLE) > 0) {
            findings.add(new Conflict(
                    Conflict.Kind.TOTAL,
                    List.of(first.commitment().id(), second.commitment().id()),
                    "“" + undertakings.words(first) + "” and “" + undertakings.words(second) + "” together are "
                            + Undertakings.digits(sum) + " percent."));
        }
    }
}
