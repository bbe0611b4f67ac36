package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Phrases.Phrase;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Finds what an act is made to depend on. Linear in the sentence, up to the depth of its tree. */
final class ConditionReading {

    /** What the words before a clause make of it. */
    enum Effect {
        /** The act is undertaken only in that case. */
        CONDITION,
        /** The same, if it is undertaken not to do it. */
        NEGATED,
        /** It only says when. */
        TRIGGER,
        /** It says that the act will not be done at all. */
        NEVER
    }

    private static final int HIGHEST = 6;

    private final Phrases<Effect> words;
    private final WordUses uses;

    ConditionReading(Phrases<Effect> words, WordUses uses) {
        this.words = words;
        this.uses = uses;
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Phrases<Effect> loadWords() {
        KnowledgeFile file = KnowledgeFile.load("commitment-conditions.tsv");
        return new Phrases<>(file, (field, line) -> file.constant(Effect.class, field, line));
    }

    /**
     * The condition of an act; null when there is none. What binds goes before what only says when.
     *
     * @param acts the verbs of all undertakings of the sentence
     */
    @Nullable
    Condition of(ParsedSentence sentence, Draft draft, int[] acts) {
        Condition when = null;
        Inversion inversion = new Inversion(sentence, uses);
        for (int i = 0; i < sentence.size(); i++) {
            if (inversion.isInverted(i) && isNearest(sentence, i, draft, acts)) {
                return new Condition(sentence.span(i, inversionEnd(sentence, i, draft.act)), true);
            }
            Phrase<Effect> phrase = words.at(sentence, i);
            if (phrase == null
                    || phrase.meaning() == Effect.NEVER
                    || isConcessive(sentence, i)
                    || isOfNext(sentence, i, draft)) {
                continue;
            }
            int last = i + phrase.words().size() - 1;
            int clause = clauseOf(sentence, i, last);
            boolean condition = phrase.meaning() == Effect.CONDITION;
            boolean own = clause == draft.act || draft.isTrigger(clause);
            boolean hangs = clause != NONE && !own && hangsOn(sentence, clause, i, last, draft);
            if (own || !(hangs || (condition && isNearest(sentence, i, draft, acts)))) {
                continue;
            }
            boolean event = clause != NONE
                    && (sentence.upos(clause).equals("VERB") || sentence.dependent(clause, "cop") != NONE);
            if (!condition && !event) {
                continue;
            }
            boolean binding = condition || (phrase.meaning() == Effect.NEGATED && draft.negated);
            int to = end(sentence, last, clause);
            // "Provided that it agrees, the state will pay", where the tree takes the rest for a part of the condition.
            to = i < draft.act && draft.act < to ? commaBehind(sentence, last, to) : to;
            Condition found = new Condition(sentence.span(i, to), binding);
            if (binding) {
                return found;
            }
            when = when == null ? found : when;
        }
        return when;
    }

    /** "when hell freezes over": whoever says so undertakes nothing. */
    boolean isNever(ParsedSentence sentence, Draft draft, int[] acts) {
        for (int i = draft.act + 1; i < sentence.size(); i++) {
            Phrase<Effect> phrase = words.at(sentence, i);
            if (phrase != null && phrase.meaning() == Effect.NEVER) {
                return !draft.negated && isNearest(sentence, i, draft, acts);
            }
        }
        return false;
    }

    /** Whether no other undertaking stands between an act and a condition that the tree gave to something else. */
    private static boolean isNearest(ParsedSentence sentence, int token, Draft draft, int[] acts) {
        int nearest = NONE;
        for (int act : acts) {
            boolean before = act < token;
            boolean closer =
                    nearest == NONE || (before ? nearest > token || act > nearest : nearest > token && act < nearest);
            nearest = closer ? act : nearest;
        }
        boolean relative = sentence.head(token) != NONE && sentence.isKindOf(sentence.head(token), "acl");
        return nearest == draft.act && !relative;
    }

    /** Up to the comma before the act, else as far as the tree says. */
    private static int inversionEnd(ParsedSentence sentence, int auxiliary, int act) {
        int verb = sentence.head(auxiliary);
        int to = Math.max(sentence.right(verb), verb + 1);
        for (int i = verb + 1; i < act; i++) {
            if (sentence.lower(i).equals(",")) {
                to = i;
                break;
            }
        }
        while (to > verb + 1 && sentence.isPunctuation(to - 1)) {
            to--;
        }
        return to;
    }

    /** "will open in May, but if it rains, ...": what follows a conjunction belongs to what is told next. */
    private static boolean isOfNext(ParsedSentence sentence, int token, Draft draft) {
        return token > draft.act + 1 && sentence.is(token - 1, "cc") && sentence.isPunctuation(token - 2);
    }

    /** "even if", "as if", "what if" */
    private boolean isConcessive(ParsedSentence sentence, int token) {
        return token > 0 && uses.is(sentence.lower(token - 1), WordUse.CONCESSIVE);
    }

    /** The head of what the words introduce. */
    private static int clauseOf(ParsedSentence sentence, int first, int last) {
        int head = sentence.head(last);
        boolean introduces = sentence.is(last, "mark") || sentence.is(last, "case") || sentence.is(last, "advmod");
        if (introduces && head > last) {
            return head;
        }
        // "subject to", "provided": the words head the phrase themselves.
        return switch (sentence.relation(first)) {
            case "advcl", "amod", "obl", "acl", "xcomp", "advmod", "parataxis", "conj" ->
                sentence.right(first) > last + 1 ? first : NONE;
            case "mark" -> head > last ? head : sentence.head(first) > last ? sentence.head(first) : NONE;
            default -> NONE;
        };
    }

    private static boolean hangsOn(ParsedSentence sentence, int clause, int token, int last, Draft draft) {
        int holder = sentence.head(clause);
        // "as long as": the clause hangs on "long", which hangs on the act.
        while (holder >= token && holder <= last) {
            holder = sentence.head(holder);
        }
        if (holder == NONE || isAnothers(sentence, token, draft)) {
            return false;
        }
        for (int at = draft.act, step = 0; step < HIGHEST && at != NONE; step++) {
            if (holder == at || draft.isTrigger(holder)) {
                return true;
            }
            switch (sentence.relation(at)) {
                case "xcomp", "ccomp", "conj", "parataxis", "aux", "acl", "obl" -> at = sentence.head(at);
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether another verb with a subject of its own stands between the act and the condition behind it. */
    private static boolean isAnothers(ParsedSentence sentence, int token, Draft draft) {
        for (int i = sentence.firstDependent(draft.act); i != NONE; i = sentence.nextDependent(i)) {
            if (i > draft.act && i < token && sentence.is(i, "conj") && sentence.lastSubject(i) != NONE) {
                return true;
            }
        }
        return false;
    }

    private static int commaBehind(ParsedSentence sentence, int token, int to) {
        for (int i = token + 1; i < to; i++) {
            if (sentence.lower(i).equals(",")) {
                return i;
            }
        }
        return to;
    }

    /** Where the condition ends; where the tree does not say, with the next comma. */
    private static int end(ParsedSentence sentence, int last, int clause) {
        int to = clause == NONE ? last + 1 : Math.max(sentence.right(clause), last + 1);
        while (clause == NONE && to < sentence.size() && !sentence.isPunctuation(to)) {
            to++;
        }
        while (to > last + 1 && sentence.isPunctuation(to - 1)) {
            to--;
        }
        return to;
    }
}
