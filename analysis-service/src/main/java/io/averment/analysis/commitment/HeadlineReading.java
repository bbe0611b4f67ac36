package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says who does what a headline tells without an agent ("Growers to be compensated"): the actor of the undertaking that the first sentences
 * of the body tell of the same. Linear in the undertakings of the headline and of those sentences.
 */
final class HeadlineReading {

    /** How many sentences of the body are looked at. */
    private static final int LEAD = 2;

    private final ParsedText text;

    HeadlineReading(ParsedText text) {
        this.text = text;
    }

    /**
     * Gives actors to commitments of the headline.
     *
     * @param commitments in the order of the text; changed in place
     * @param drafts what each was made of
     * @param headlines how many of the text's sentences are the headline
     */
    void read(List<Commitment> commitments, List<Draft> drafts, int headlines) {
        for (int i = 0; i < commitments.size() && drafts.get(i).sentence < headlines; i++) {
            for (int j = i + 1; commitments.get(i).actor().name() == null && j < commitments.size(); j++) {
                Draft other = drafts.get(j);
                if (other.sentence >= headlines + LEAD) {
                    break;
                }
                Party actor = commitments.get(j).actor();
                if (other.sentence >= headlines && actor.name() != null && isSame(drafts.get(i), other)) {
                    commitments.set(i, commitments.get(i).with(actor));
                }
            }
        }
    }

    /** Whether both tell of the same deed: by its verb with one of its nouns, or as done by or to the same. */
    private boolean isSame(Draft one, Draft other) {
        ParsedSentence first = text.sentences.get(one.sentence);
        ParsedSentence second = text.sentences.get(other.sentence);
        if (first.lemma(one.act).equals(second.lemma(other.act))) {
            Set<String> shared = nouns(first, one);
            shared.retainAll(nouns(second, other));
            return !shared.isEmpty();
        }
        int subject = other.subject;
        int object = second.dependent(other.act, "obj", "nsubj:pass");
        return one.subject != NONE
                && ((subject != NONE && first.lemma(one.subject).equals(second.lemma(subject)))
                        || (object != NONE && first.lemma(one.subject).equals(second.lemma(object))));
    }

    /** The nouns in what does a deed or has it done to it, by their lemmas. A verb alone tells of many deeds. */
    private static Set<String> nouns(ParsedSentence sentence, Draft draft) {
        Set<String> nouns = new HashSet<>();
        add(sentence, draft.subject, nouns);
        for (int i = sentence.firstDependent(draft.act); i != NONE; i = sentence.nextDependent(i)) {
            if (sentence.isKindOf(i, "nsubj") || sentence.is(i, "obj")) {
                add(sentence, i, nouns);
            }
        }
        if (sentence.upos(draft.act).equals("NOUN")) {
            nouns.add(sentence.lemma(draft.act));
        }
        int head = sentence.head(draft.act);
        if (draft.subject == NONE && head != NONE && sentence.upos(head).equals("NOUN")) {
            // "Growers to be compensated", where the tree takes it for what is said of the noun.
            nouns.add(sentence.lemma(head));
        }
        return nouns;
    }

    private static void add(ParsedSentence sentence, int phrase, Set<String> nouns) {
        for (int i = phrase == NONE ? 0 : sentence.left(phrase);
                i < (phrase == NONE ? 0 : sentence.right(phrase));
                i++) {
            if (sentence.upos(i).equals("NOUN") || sentence.upos(i).equals("PROPN")) {
                nouns.add(sentence.lemma(i));
            }
        }
    }
}
