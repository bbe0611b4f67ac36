package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds undertakings that no word of their own tells: headlines, the present, infinitives that follow a noun. Linear in the sentence. */
final class WordlessReading {

    private final WordUses uses;
    private final ParsedSentence sentence;
    private final int number;
    private final Clause clause;

    WordlessReading(WordUses uses, ParsedSentence sentence, int number, Clause clause) {
        this.uses = uses;
        this.sentence = sentence;
        this.number = number;
        this.clause = clause;
    }

    /** "24 helicopters, to be delivered by 2026": what is said of a noun without a finite verb; only with a day. */
    void addDelivered(List<Draft> all) {
        for (int to = 1; to + 2 < sentence.size(); to++) {
            int verb = clause.infinitive(to);
            boolean aside = verb != NONE && (sentence.is(verb, "acl") || sentence.is(verb, "advcl"));
            int before = sentence.isPunctuation(to - 1) ? to - 2 : to - 1;
            if (aside
                    && before >= 0
                    && isArranged(verb, before)
                    && clause.isNominal(before)
                    && all.stream().noneMatch(draft -> draft.act == verb)) {
                Draft draft = new Draft(number, Construction.COPULA, to, to + 1, verb, Strength.FIRM);
                draft.subject = before;
                draft.onlyWithDay = true;
                all.add(draft);
            }
        }
    }

    /** What somebody sees to: {@code to be delivered}, and of an event or behind a comma {@code to open}. */
    private boolean isArranged(int verb, int noun) {
        boolean event = sentence.isPunctuation(noun + 1) || uses.is(sentence.lemma(noun), WordUse.DEED);
        return clause.isPassive(verb)
                || (event
                        && uses.is(sentence.lemma(verb), WordUse.ARRANGED)
                        && sentence.dependent(verb, "obj") == NONE);
    }

    /** "City to close pool"; null where the sentence has no such infinitive. */
    @Nullable
    Draft ofHeadline() {
        for (int to = 1; to < sentence.size(); to++) {
            int verb = clause.infinitive(to);
            if (verb != NONE && clause.isNominal(to - 1)) {
                Draft draft = new Draft(number, Construction.HEADLINE, to, to + 1, verb, Strength.FIRM);
                int own = clause.ownSubject(verb);
                draft.subject = own != NONE ? own : sentence.head(verb) != NONE ? sentence.head(verb) : to - 1;
                return draft;
            }
        }
        return null;
    }

    /** Verbs in the present that are no trigger; whether a day ahead is given is seen later. */
    void addPresent(List<Draft> drafts) {
        for (int i = 0; i < sentence.size(); i++) {
            int verb = i;
            if (clause.isPresent(i)
                    && isMain(i)
                    && drafts.stream().noneMatch(draft -> draft.act == verb || draft.isTrigger(verb))) {
                Draft draft = new Draft(number, Construction.PRESENT, i, i + 1, i, Strength.FIRM);
                draft.subject = clause.subject(i);
                draft.negated = clause.isNegated(i);
                drafts.add(draft);
            }
        }
    }

    /** Whether a verb tells what the sentence is about, or what someone says, and nothing in passing. */
    private boolean isMain(int verb) {
        return switch (sentence.relation(verb)) {
            case "root", "ccomp", "conj", "parataxis" -> true;
            // "her deputy, who takes over in May"
            case "acl:relcl" ->
                clause.ownSubject(verb) != NONE
                        && sentence.xpos(clause.ownSubject(verb)).equals("WP");
            default -> false;
        };
    }
}
