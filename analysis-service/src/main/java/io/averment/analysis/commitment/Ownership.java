package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/** Tells whose a plan, pledge or deal is. Linear in the dependents of the noun. */
final class Ownership {

    private final ParsedSentence sentence;
    private final WordUses words;
    private final Clause clause;

    Ownership(ParsedSentence sentence, WordUses words, Clause clause) {
        this.sentence = sentence;
        this.words = words;
        this.clause = clause;
    }

    /** "Oman plans to", which the tree takes for plans of Oman's: a noun without a determiner, before an infinitive. */
    private boolean isNominalVerb(int noun) {
        return sentence.dependent(noun, "det") == NONE && clause.infinitive(noun + 1) != NONE;
    }

    /** Who owns or makes a plan, pledge or deal; NONE when the sentence does not say. */
    int owner(int noun) {
        int possessor = sentence.dependent(noun, "nmod:poss");
        if (possessor != NONE && !sentence.upos(possessor).equals("PRON")) {
            return possessor;
        }
        int agent = clause.agent(noun);
        if (agent != NONE) {
            return agent;
        }
        int verb = sentence.head(noun);
        if (verb != NONE && clause.isVerbal(verb) && sentence.isKindOf(noun, "obj")) {
            return clause.isPassive(verb) ? clause.agent(verb) : clause.subject(verb);
        }
        int before = sentence.dependent(noun, "compound", "nsubj", "nmod:desc");
        boolean names = before != NONE
                && before < noun
                && (sentence.upos(before).equals("PROPN")
                        || sentence.is(before, "nsubj")
                        || isNominalVerb(noun)
                        || words.is(sentence.lemma(before), WordUse.AGENT));
        return names ? before : possessor;
    }
}
