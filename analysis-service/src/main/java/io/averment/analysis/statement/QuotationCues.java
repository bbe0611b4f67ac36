package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the reporting words beside a quotation, and tells quoted speech from terms, titles and nicknames. A bounded number of
 * tokens around each quotation is looked at.
 */
final class QuotationCues {

    /** How far from a quotation its reporting words are looked for, in tokens. */
    private static final int REACH = 40;

    /** A term is quoted as somebody's words only if their cue stands so near before it, in tokens. */
    private static final int NEXT_TO = 3;

    /** What is shorter and no sentence of its own is a term or a title, in words. */
    private static final int SHORTEST_SPEECH = 8;

    private static final String INVITING = ",?!—–";
    private static final String ENDING = ".?!";

    private final ParsedText text;
    private final CueLexicon lexicon;

    QuotationCues(ParsedText text, CueLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** A cue found beside a quotation. */
    record Found(int sentence, int token) {}

    /** The reporting words of a quotation; null when there are none beside it, or when it rather is a term. */
    @Nullable
    Found of(QuotationPlace place) {
        Found found = find(place);
        boolean speech = found != null && (!isTermOrTitle(place) || isNextTo(place, found) || isIntroduced(place));
        return speech ? found : null;
    }

    private @Nullable Found find(QuotationPlace place) {
        Found found = behind(place);
        if (found == null) {
            found = before(place);
        }
        return found == null ? inNextSentence(place) : found;
    }

    /** {@code "...," X said} and {@code "...," said X}. */
    private @Nullable Found behind(QuotationPlace place) {
        ParsedSentence sentence = text.sentences.get(place.lastSentence());
        if (!invites(place, sentence)) {
            return null;
        }
        int from =
                place.after() < sentence.size() && sentence.lower(place.after()).equals(",")
                        ? place.after() + 1
                        : place.after();
        boolean opens = place.before() == 0;
        return speaking(place.lastSentence(), from, Math.min(place.behindEnd(), from + REACH), opens);
    }

    private @Nullable Found speaking(int number, int from, int to, boolean opens) {
        ParsedSentence sentence = text.sentences.get(number);
        if (from < to && sentence.xpos(from).startsWith("W")) {
            // What tells of the quotation does not say it: the chant "..." that rose.
            return null;
        }
        for (int i = from; i < to; i++) {
            if (Character.isUpperCase(sentence.form(i).codePointAt(0))) {
                // A capital makes it part of a name: "Omar bin Said".
                continue;
            }
            Cue cue = lexicon.cueOrVerb(sentence, i);
            if (cue != null && cue.role().mayFollow()) {
                return new Found(number, i);
            }
            if (i == from && opens && isInverted(sentence, i)) {
                return new Found(number, i);
            }
            if (i > from && sentence.upos(i).equals("VERB")) {
                if (isVerbOfNamed(sentence, i, from)) {
                    return new Found(number, i);
                }
                if (!sentence.relation(i).startsWith("acl")) {
                    return null;
                }
            }
        }
        return null;
    }

    /** So will one before whom it names, when a sentence opens with the quotation: {@code "...!" beamed X}. */
    private static boolean isInverted(ParsedSentence sentence, int verb) {
        return sentence.upos(verb).equals("VERB")
                && !sentence.xpos(verb).equals("VBG")
                && verb + 1 < sentence.size()
                && sentence.upos(verb + 1).equals("PROPN");
    }

    /** Any verb will do directly behind a quotation when all between them is its subject: {@code "...," X beamed}. */
    private static boolean isVerbOfNamed(ParsedSentence sentence, int verb, int from) {
        int subject = sentence.dependent(verb, "nsubj");
        return subject != ParsedSentence.NONE
                && sentence.left(subject) == from
                && sentence.right(subject) <= verb
                && sentence.xpos(verb).startsWith("VB")
                && !sentence.xpos(verb).equals("VBG")
                && verb - from <= 8;
    }

    /** Whether a quotation ends in a way that lets its reporting words follow. */
    boolean invites(QuotationPlace place, ParsedSentence sentence) {
        if (place.after() < sentence.size() && sentence.lower(place.after()).equals(",")) {
            return true;
        }
        Span inside = place.quotation().insides().getLast();
        int end = inside.end();
        while (end > inside.start() && end > inside.end() - 4 && "'’”\" ".indexOf(text.text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > inside.start() && INVITING.indexOf(text.text.charAt(end - 1)) >= 0;
    }

    /** {@code X said: "..."}; the cue may end the sentence before. */
    private @Nullable Found before(QuotationPlace place) {
        int number = place.firstSentence();
        int start = place.beforeStart();
        int end = place.before();
        if (start >= end && number > 0 && endsWithColon(text.sentences.get(number - 1))) {
            number--;
            end = text.sentences.get(number).size();
            start = 0;
        }
        Found introducing = introducing(place);
        if (introducing != null) {
            return introducing;
        }
        ParsedSentence sentence = text.sentences.get(number);
        int lowest = Math.max(start, end - REACH);
        for (int i = end - 1; i >= lowest; i--) {
            Cue cue = lexicon.cue(sentence, i);
            if (cue != null && cue.role().mayIntroduce()) {
                return new Found(number, i);
            }
        }
        return end > lowest && isIntroducing(sentence, end - 1) ? anyVerb(number, lowest, end - 1) : null;
    }

    /** The verb with a subject directly before a comma or colon and a whole sentence in marks: {@code Roe shot back, "I ..."}. */
    @Nullable
    Found introducing(QuotationPlace place) {
        if (!isIntroduced(place) || place.before() - 1 <= place.beforeStart()) {
            return null;
        }
        int to = place.before() - 1;
        return anyVerb(place.firstSentence(), Math.max(place.beforeStart(), to - NEXT_TO), to);
    }

    private static boolean isIntroducing(ParsedSentence sentence, int token) {
        String form = sentence.lower(token);
        return form.equals(":") || form.equals(",");
    }

    /** The nearest verb with a subject: {@code the crowd broke out: "..."}. */
    private @Nullable Found anyVerb(int number, int from, int to) {
        ParsedSentence sentence = text.sentences.get(number);
        for (int i = to - 1; i >= from; i--) {
            boolean participle =
                    sentence.xpos(i).equals("VBG") || sentence.xpos(i).equals("VBN");
            if (sentence.upos(i).equals("VERB")) {
                if (sentence.dependent(i, "nsubj") != ParsedSentence.NONE) {
                    return new Found(number, i);
                }
                if (!participle) {
                    return null;
                }
            }
        }
        return null;
    }

    private static boolean endsWithColon(ParsedSentence sentence) {
        return sentence.lower(sentence.size() - 1).equals(":");
    }

    /** A question or exclamation ends a sentence, and what attributes it is one of its own: {@code "Why?" X asked.} */
    private @Nullable Found inNextSentence(QuotationPlace place) {
        ParsedSentence sentence = text.sentences.get(place.lastSentence());
        int next = place.lastSentence() + 1;
        if (place.after() < sentence.size()
                || next >= text.sentences.size()
                || text.paragraphAt(text.sentences.get(next).start(0)) != place.paragraph()) {
            return null;
        }
        ParsedSentence following = text.sentences.get(next);
        int to = place.number() + 1 == text.quotations.size()
                ? following.size()
                : following.tokenAt(text.quotations.get(place.number() + 1).start());
        Found found = invites(place, sentence) ? speaking(next, 0, Math.min(to, REACH), place.before() == 0) : null;
        // "Who did this?" A boy raised his hand: what he did is no saying.
        Cue cue = found == null ? null : lexicon.cueOrVerb(following, found.token);
        boolean deed = found != null
                && (cue == null || !cue.role().mayIntroduce())
                && following.dependent(found.token, "obj") != ParsedSentence.NONE;
        return deed ? null : found;
    }

    /** Whether hardly anything stands between the reporting words and the quotation. */
    private static boolean isNextTo(QuotationPlace place, Found found) {
        boolean before = found.sentence == place.firstSentence()
                && found.token < place.before()
                && place.before() - found.token <= NEXT_TO;
        return before || (found.sentence >= place.lastSentence() && found.token >= place.after());
    }

    /** Whether a quotation is a term, a title or a nickname rather than speech, by itself. */
    boolean isTermOrTitle(QuotationPlace place) {
        ParsedSentence sentence = text.sentences.get(place.firstSentence());
        Words quoted = words(place);
        boolean finite = quoted.finite;
        boolean behindColon =
                place.before() > 0 && sentence.lower(place.before() - 1).equals(":");
        if (behindColon && finite) {
            return false;
        }
        boolean alone = place.before() <= 0
                && place.after() >= text.sentences.get(place.lastSentence()).size();
        boolean brief = place.firstSentence() == place.lastSentence() && quoted.number < SHORTEST_SPEECH;
        return quoted.number <= 2 || (!alone && (!finite || brief));
    }

    /** How many words a quotation has, at most those of its first and last sentence, and whether a verb is among them. */
    private record Words(int number, boolean finite) {}

    private Words words(QuotationPlace place) {
        int number = 0;
        boolean finite = false;
        for (int s = place.firstSentence(); s <= place.lastSentence(); s += Math.max(1, place.lastSentence() - s)) {
            ParsedSentence sentence = text.sentences.get(s);
            int from = s == place.firstSentence() ? place.before() : 0;
            int to = s == place.lastSentence() ? place.after() : sentence.size();
            for (int i = from; i < to; i++) {
                if (!sentence.isPunctuation(i)) {
                    number++;
                }
                finite |= sentence.upos(i).equals("VERB") || sentence.upos(i).equals("AUX");
            }
        }
        return new Words(number, finite);
    }

    /** Whether a comma or colon and a capital introduce it as a sentence: {@code chanted back at him, "Send them home"}. */
    private boolean isIntroduced(QuotationPlace place) {
        ParsedSentence sentence = text.sentences.get(place.firstSentence());
        Span inside = place.quotation().insides().getFirst();
        return place.before() > 0
                && isIntroducing(sentence, place.before() - 1)
                && Character.isUpperCase(text.text.codePointAt(inside.start()))
                && (words(place).finite || ENDING.indexOf(text.text.charAt(inside.end() - 1)) >= 0);
    }
}
