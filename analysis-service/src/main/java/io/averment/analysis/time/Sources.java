package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.time.Fields.Trait;
import io.averment.analysis.token.SentenceTokens;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which time of a sentence another is reckoned from. What somebody said or promised on a day is reckoned from that day ("promised in
 * 2024 to finish by the end of the year"), and a length beside a date from this date ("two weeks after May 3"). For one thread; at most
 * quadratic in a sentence that has several times and a verb of saying.
 */
final class Sources {

    /** So many nouns may stand between a time and the verb that it belongs to: in a speech on the eve of the vote in 2021. */
    private static final int HIGHEST = 4;

    /** So many verbs and nouns of saying are looked at in a sentence. */
    private static final int MOST = 16;

    /** So many marks and prepositions may part a clock time from its day. */
    private static final int GAP = 3;

    private final String text;
    private final Surroundings surroundings;
    private final Contents contents;
    private final Quoted quoted;

    /** The finding that says when a quotation was said, by the number of the quotation. */
    private final Map<Integer, Integer> byQuotation = new HashMap<>();

    private final List<Finding> findings;
    private SentenceTokens tokens = new SentenceTokens(new int[0], new int[0]);
    private int begin;

    /** The findings of the sentence that have a date of their own beside them. */
    private final BitSet dated = new BitSet();

    /** @param findings of the text so far, which grow */
    Sources(String text, Surroundings surroundings, Quoted quoted, List<Finding> findings) {
        this.text = text;
        this.quoted = quoted;
        this.surroundings = surroundings;
        this.findings = findings;
        contents = new Contents(text, surroundings);
    }

    /** Gives the findings of a sentence, from number {@code from} on, what they are reckoned from. */
    void add(SentenceTokens sentence, @Nullable SentenceSyntax tree, int from) {
        tokens = sentence;
        begin = from;
        if (tree == null || !isWorthwhile(from)) {
            return;
        }
        for (int i = findings.size() - 2; i >= from; i--) {
            addNeighbour(i);
            addDay(tree, i);
        }
        dated.clear();
        for (int i = from; i < findings.size(); i++) {
            dated.set(i, findings.get(i).source() != Finding.NONE);
        }
        int sayings = 0;
        for (int verb = 0; verb < tree.size() && sayings < MOST; verb++) {
            if (contents.isSaying(tree, tokens, verb)) {
                sayings++;
                addSaying(tree, verb);
            }
        }
    }

    /** Whether a sentence has two times, or one that may date a quotation that goes on in others. */
    private boolean isWorthwhile(int from) {
        int times = findings.size() - from;
        return times > 1
                || (times == 1 && !quoted.isEmpty() && isFull(findings.get(from).fields()));
    }

    private static boolean isFull(Fields fields) {
        return fields.has(Kind.YEAR) || fields.has(Kind.MONTH);
    }

    /** "Two weeks after May 3", "within a year of 2019", "the day before Christmas". */
    private void addNeighbour(int index) {
        Finding finding = findings.get(index);
        Finding next = findings.get(index + 1);
        Fields fields = finding.fields();
        boolean measures = fields.has(Trait.OPEN) && next.first() == finding.end() + 1;
        if (!measures || (next.fields().reading != Reading.POINT && next.fields().reading != Reading.SHIFT)) {
            return;
        }
        boolean back = is(finding.end(), Surrounding.BACKWARD);
        fields.remove(Trait.OPEN);
        fields.add(back ? Trait.BACK : Trait.AHEAD);
        findings.set(index, finding.from(index + 1, finding.direction()));
    }

    /** The day behind a clock time, which may be that of another clock time: 10 a.m. (0900 GMT) Friday, between 5 p.m. and 7 p.m. on May 3. */
    private void addDay(SentenceSyntax tree, int index) {
        Finding finding = findings.get(index);
        Finding next = findings.get(index + 1);
        Fields fields = next.fields();
        if (!finding.fields().isClockAlone() || next.first() - finding.end() > GAP) {
            return;
        }
        int day = fields.isClockAlone() ? next.source() : fields.isDay() || fields.isClock() ? index + 1 : Finding.NONE;
        Surrounding joint = fields.isClock() ? Surrounding.JOINS : Surrounding.WHEN;
        for (int i = finding.end(); i < next.first(); i++) {
            if (!tree.upos(i).equals("PUNCT") && !is(i, joint)) {
                return;
            }
        }
        if (day != Finding.NONE) {
            findings.set(index, finding.from(day, finding.direction()));
        }
    }

    /** Reckons what was said from when it was said. */
    private void addSaying(SentenceSyntax tree, int verb) {
        int[] content = contents.of(tree, tokens, verb);
        int said = content.length == 0 ? Finding.NONE : timeOf(tree, verb, content);
        if (said == Finding.NONE) {
            return;
        }
        noteQuotation(content, said);
        for (int i = begin; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean inside = i != said && finding.first() >= content[0] && finding.first() < content[1];
            if (inside && findings.get(said).source() != i && !dated.get(i)) {
                boolean ahead = contents.isInfinitive() && !finding.direction().isAhead();
                if (ahead && finding.fields().has(Trait.LED)) {
                    finding.fields().add(is(finding.first() - 1, Surrounding.HENCE) ? Trait.HENCE : Trait.AHEAD);
                }
                findings.set(i, finding.from(said, ahead ? Direction.FUTURE : finding.direction()));
            }
        }
    }

    /** Of what was said on Tuesday only the sentence beside is sure to be of that day. */
    private void noteQuotation(int[] content, int said) {
        if (!isFull(findings.get(said).fields())) {
            return;
        }
        for (int i = content[0]; i < content[1]; i++) {
            int quotation = quoted.number(new Span(tokens.start(i), tokens.end(i)));
            if (quotation != Quoted.NONE) {
                byQuotation.putIfAbsent(quotation, said);
                return;
            }
        }
    }

    /** Reckons all sentences of a quotation from when it was said, where one of them or what stands before or behind it tells that. */
    void shareWithinQuotations() {
        if (byQuotation.isEmpty()) {
            return;
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Integer said = byQuotation.get(quoted.number(finding.span()));
            if (said != null
                    && said != i
                    && finding.source() == Finding.NONE
                    && findings.get(said).source() == Finding.NONE) {
                findings.set(i, finding.from(said, finding.direction()));
            }
        }
    }

    /** The number of the finding that says when a verb of saying, or the noun that stands for it, was done. */
    private int timeOf(SentenceSyntax tree, int verb, int[] content) {
        for (int i = begin; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean outside = finding.end() <= content[0] || finding.first() >= content[1];
            if (outside && isPoint(finding.fields()) && isWhen(tree, finding.first()) && belongs(tree, finding, verb)) {
                return i;
            }
        }
        return Finding.NONE;
    }

    private static boolean isPoint(Fields fields) {
        return switch (fields.reading) {
            case POINT, SHIFT, FIRST, AGO, LATER, EARLIER, SAME -> !fields.has(Trait.OPEN);
            case RECENT, LENGTH, AGE, EVERY, HIJRI, FIXED -> false;
        };
    }

    /** Whether no preposition stands before that would make it another time than that of the deed: since 2019, until May. */
    private boolean isWhen(SentenceSyntax tree, int first) {
        if (first == 0) {
            return true;
        }
        String tag = tree.xpos(first - 1);
        return !(tag.equals("IN") || tag.equals("TO")) || is(first - 1, Surrounding.WHEN);
    }

    /** Whether a time is that of a verb: no other verb stands between them in the tree, and no noun that is older or younger. */
    private boolean belongs(SentenceSyntax tree, Finding finding, int verb) {
        int deed = contents.deed(tree, verb);
        int at = Contents.governor(tree, finding.first(), finding.end());
        for (int steps = 0; at != SentenceSyntax.ROOT && steps <= HIGHEST; steps++) {
            if (at == verb || at == deed) {
                return true;
            }
            String upos = tree.upos(at);
            boolean fronted =
                    at < deed && tree.relation(deed).equals("conj") && tree.head(deed) == at && finding.first() < at;
            if (upos.equals("VERB") || upos.equals("AUX")) {
                return fronted;
            }
            if (tree.relation(at).startsWith("nsubj") && !contents.isSaying(tree, tokens, at)) {
                return false;
            }
            at = tree.head(at);
        }
        return false;
    }

    private boolean is(int token, Surrounding what) {
        return token < tokens.size() && surroundings.has(tokens.of(text, token), what);
    }
}
