package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;

/** Finds verbs behind insertions between commas, and those that the tagger takes for other words. Bounded steps along the sentence. */
final class Insertion {

    /** How many tokens an insertion between a verb and its infinitive may have. */
    private static final int LONGEST_INSERTION = 16;

    private final ParsedSentence sentence;
    private final WordUses words;

    Insertion(ParsedSentence sentence, WordUses words) {
        this.sentence = sentence;
        this.words = words;
    }

    /**
     * The act where an inserted verb of saying parts it from a time at the head of the sentence, which the tree gave to that verb: "by May,
     * the minister said, the road will open"; else the time.
     */
    static int around(ParsedSentence sentence, int time, int act) {
        int saying = sentence.head(time);
        boolean between = saying > time && saying < act && sentence.head(act) == saying && sentence.is(act, "ccomp");
        if (!between) {
            return time;
        }
        int before = time + 1;
        while (before < saying
                && sentence.head(before) == time
                && !sentence.lower(before).equals(",")) {
            before++;
        }
        boolean parted =
                sentence.lower(before).equals(",") && sentence.lower(saying + 1).equals(",");
        return parted ? act : time;
    }

    /** Whether an inserted verb of saying parts an act from a time at the head of the sentence. */
    static boolean isAround(ParsedSentence sentence, Span time, int act) {
        int token = sentence.tokenAt(time.start());
        int head = token == sentence.size() ? NONE : sentence.head(token);
        while (head != NONE && sentence.start(head) >= time.start() && sentence.end(head) <= time.end()) {
            token = head;
            head = sentence.head(token);
        }
        return head != NONE && around(sentence, token, act) != token;
    }

    /** The verb of a modal behind an insertion between commas: "will, if the court agrees, close"; NONE where there is no insertion. */
    int behindModal(int modal) {
        int from = modal + 1;
        if (from >= sentence.size() || !sentence.lower(from).equals(",")) {
            return NONE;
        }
        for (int i = from + 1; i < Math.min(sentence.size() - 1, from + LONGEST_INSERTION); i++) {
            if (sentence.lower(i).equals(",")) {
                int verb = i + 1;
                while (verb + 1 < sentence.size() && sentence.upos(verb).equals("ADV")) {
                    verb++;
                }
                boolean bare = sentence.xpos(verb).equals("VB") || words.is(sentence.lower(verb), WordUse.HOMOGRAPH);
                return bare ? verb : NONE;
            }
        }
        return NONE;
    }

    /** Where an infinitive goes on behind an insertion between commas: "intends, if it rains, to"; the same place where there is none. */
    int behind(int from) {
        if (from + 1 >= sentence.size() || !sentence.lower(from).equals(",")) {
            return from;
        }
        for (int i = from + 1; i < Math.min(sentence.size() - 1, from + LONGEST_INSERTION); i++) {
            if (sentence.lower(i).equals(",")) {
                boolean goesOn = sentence.lower(i + 1).equals("to")
                        || sentence.lower(i + 1).equals("not");
                return goesOn ? i + 1 : from;
            }
        }
        return from;
    }

    /** Whether a word is a verb that the tagger took for a noun or adjective: "to hand over the keys". */
    boolean isMistaken(int token) {
        boolean goesOn = token + 1 < sentence.size()
                && (words.is(sentence.lower(token + 1), WordUse.PARTICLE)
                        || sentence.upos(token + 1).equals("DET")
                        || sentence.upos(token + 1).equals("NUM")
                        || sentence.lower(token + 1).equals("in"));
        boolean before = token > 0
                && (sentence.lower(token - 1).equals(",")
                        || sentence.lower(token - 1).equals("to")
                        || sentence.xpos(token - 1).equals("MD"));
        return goesOn
                && before
                && !sentence.upos(token).equals("VERB")
                && !sentence.upos(token).equals("AUX")
                && words.is(sentence.lower(token), WordUse.HOMOGRAPH);
    }
}
