package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Phrases.Phrase;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;

/**
 * Finds what a sentence says became of an undertaking without a verb of outcome: a deed that was done "as promised" or "two weeks
 * late", one that somebody failed to do by its day, "failed to do so", "it was originally planned for May". Linear in the sentence.
 */
final class FulfilmentReading {

    /** What words beside a deed tell. */
    record Telling(Outcome outcome, Place place) {}

    /** Where the words stand. */
    enum Place {
        /** Anywhere. */
        ANYWHERE("-"),
        /** Behind a length of days or more. */
        BEHIND_LENGTH("LENGTH"),
        /** Before a time. */
        BEFORE_TIME("TIME");

        private final String field;

        Place(String field) {
            this.field = field;
        }
    }

    private static final int HIGHEST = 4;

    private final Phrases<Telling> phrases;
    private final TriggerLexicon lexicon;
    private final WordUses words;
    private final Participants participants;
    private final ParsedText text;

    FulfilmentReading(
            Phrases<Telling> phrases,
            TriggerLexicon lexicon,
            WordUses words,
            Participants participants,
            ParsedText text) {
        this.phrases = phrases;
        this.lexicon = lexicon;
        this.words = words;
        this.participants = participants;
        this.text = text;
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Phrases<Telling> load() {
        return of(KnowledgeFile.load("commitment-fulfilment.tsv"));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static Phrases<Telling> of(KnowledgeFile file) {
        return new Phrases<>(file, 3, (fields, line) -> {
            for (Place place : Place.values()) {
                if (place.field.equals(fields.get(2))) {
                    return new Telling(file.constant(Outcome.class, fields.get(1), line), place);
                }
            }
            throw file.fault(line, "'" + fields.get(2) + "' is no place of such words");
        });
    }

    /**
     * Adds the deeds of a sentence and marks what was told before.
     *
     * @param drafts of the sentence
     * @param told undertakings of the sentences before, the last at the end
     */
    void read(int number, List<Draft> drafts, List<Draft> told) {
        ParsedSentence sentence = text.sentences.get(number);
        Clause clause = new Clause(sentence, words);
        for (int i = 0; i < sentence.size(); i++) {
            Phrase<Telling> phrase = phrases.at(sentence, i);
            if (phrase != null && isInPlace(sentence, i, phrase)) {
                addDeed(number, clause, i, phrase, drafts);
            }
            if (isAsUndertaken(sentence, clause, i)) {
                addDeed(number, clause, i, sentence.head(i) + 1, new Telling(Outcome.MET, Place.ANYWHERE), drafts);
            }
            if (words.is(sentence.lemma(i), WordUse.FAILING) && sentence.upos(i).equals("VERB")) {
                addFailure(number, clause, i, drafts);
            }
            addOmission(number, clause, i, drafts);
            if (isProForm(sentence, i)) {
                answer(number, clause, i, drafts, told);
            }
            if (words.is(sentence.lower(i), WordUse.FORMER) && sentence.is(i, "advmod")) {
                supersede(number, clause, sentence.head(i), drafts, told);
            }
        }
    }

    private boolean isInPlace(ParsedSentence sentence, int token, Phrase<Telling> phrase) {
        int behind = token + phrase.words().size();
        return switch (phrase.meaning().place()) {
            case ANYWHERE -> true;
            case BEHIND_LENGTH -> isBehindLength(sentence, token);
            case BEFORE_TIME -> behind < sentence.size() && participants.isTime(sentence, behind);
        };
    }

    /** "as it had pledged to do" */
    private boolean isAsUndertaken(ParsedSentence sentence, Clause clause, int token) {
        int verb = sentence.head(token);
        boolean as = sentence.lower(token).equals("as") && sentence.is(token, "mark") && verb > token;
        if (!as || !sentence.is(verb, "advcl") || !clause.isDone(verb)) {
            return false;
        }
        Trigger trigger = lexicon.word(sentence, verb);
        return trigger != null && trigger.strength() != Strength.EXPECTED && !clause.isNegated(verb);
    }

    /** "two weeks late"; a train that is an hour late has broken no promise. */
    private boolean isBehindLength(ParsedSentence sentence, int token) {
        return token > 1
                && words.is(sentence.lemma(token - 1), WordUse.UNIT)
                && !words.is(sentence.lemma(token - 1), WordUse.SHORT_UNIT)
                && sentence.dependent(token - 1, "nummod", "det", "amod") != NONE;
    }

    private void addDeed(int number, Clause clause, int at, Phrase<Telling> phrase, List<Draft> drafts) {
        addDeed(number, clause, at, at + phrase.words().size(), phrase.meaning(), drafts);
    }

    private void addDeed(int number, Clause clause, int at, int to, Telling telling, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        int verb = NONE;
        for (int i = at, step = 0; verb == NONE && i != NONE && step < HIGHEST; step++) {
            i = sentence.head(i);
            if (i != NONE && telling.place() != Place.ANYWHERE && move(i, drafts)) {
                return;
            }
            boolean told = i != NONE
                    && (i < at || i >= to)
                    && !isCompared(sentence, i)
                    && (clause.isDone(i) || isFailure(clause, i, telling));
            verb = told ? i : NONE;
        }
        int act = verb;
        for (Draft draft : drafts) {
            // "failed to deliver on time": that is its day.
            draft.onlyWithDay &= draft.act != act || draft.outcome != Outcome.MISSED;
        }
        if (act == NONE
                || telling.outcome() == Outcome.MOVED
                || drafts.stream()
                        .anyMatch(draft -> draft.act == act || draft.outcomeVerb == act || draft.isTrigger(act))
                || sentence.isKindOf(act, "acl")
                || !isDeed(sentence, clause, act, telling.place())) {
            return;
        }
        int from = isBehindLength(sentence, at) ? sentence.left(at - 1) : at;
        Draft draft = new Draft(number, Construction.OUTCOME, from, to, act, Strength.FIRM);
        draft.subject = clause.isPassive(act) ? clause.agent(act) : clause.subject(act);
        boolean undone = isFailure(clause, act, telling) || (telling.outcome() == Outcome.MET && clause.isNegated(act));
        draft.outcome = undone ? Outcome.MISSED : telling.outcome();
        draft.done = true;
        drafts.add(draft);
    }

    /** "two months later than the ministry had announced": what is compared with is no deed. */
    private static boolean isCompared(ParsedSentence sentence, int verb) {
        int mark = sentence.dependent(verb, "mark");
        return mark != NONE && sentence.lower(mark).equals("than");
    }

    /** "failed to deliver on time" */
    private static boolean isFailure(Clause clause, int verb, Telling telling) {
        return telling.outcome() == Outcome.MET && clause.isFailing(verb) && clause.isDone(clause.governor(verb));
    }

    /** "will open two months later than announced", "in June instead of May": what is yet to come has been moved. */
    private static boolean move(int word, List<Draft> drafts) {
        for (Draft draft : drafts) {
            if ((draft.act == word || draft.isTrigger(word)) && draft.outcome == null && !draft.past) {
                draft.outcome = Outcome.MOVED;
                return true;
            }
        }
        return false;
    }

    /** What somebody has arranged, done to something or had done; ships and trains come and go by their timetable. */
    private boolean isDeed(ParsedSentence sentence, Clause clause, int verb, Place place) {
        int subject = clause.subject(verb);
        if (subject == NONE
                || words.is(sentence.lemma(verb), WordUse.STATE)
                || (place == Place.ANYWHERE && words.is(sentence.lemma(subject), WordUse.VEHICLE))
                || participants.kind(sentence, subject) == Participants.Kind.COURSE) {
            return false;
        }
        boolean person = sentence.upos(subject).equals("PRON");
        return clause.isPassive(verb)
                || clause.object(verb) != NONE
                || (words.is(sentence.lemma(verb), WordUse.ARRANGED) && !person);
    }

    /** "failed to hand over the stadium by 10 December", "has failed to publish its report": the former only with such a day. */
    private void addFailure(int number, Clause clause, int fail, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        int act = clause.infinitiveOf(fail);
        boolean free = act != NONE
                && clause.isDone(fail)
                && !isProForm(sentence, act)
                && !words.is(sentence.lemma(act), WordUse.STATE)
                && !words.is(sentence.lemma(act), WordUse.ATTAINING)
                && drafts.stream().noneMatch(draft -> draft.act == act || draft.isTrigger(act));
        if (free && participants.kind(sentence, clause.subject(fail)) != Participants.Kind.COURSE) {
            Draft draft = new Draft(number, Construction.OUTCOME, fail, fail + 1, act, Strength.FIRM);
            draft.subject = clause.subject(fail);
            draft.outcome = Outcome.MISSED;
            draft.done = true;
            boolean still = clause.isPerfect(fail) && clause.object(act) != NONE;
            draft.onlyWithDay = !still
                    || participants.kind(sentence, draft.subject) != Participants.Kind.AGENT
                    || sentence.upos(draft.subject).equals("PRON");
            drafts.add(draft);
        }
    }

    /** "did not pay the fine by the end of July": only with such a day. */
    private void addOmission(int number, Clause clause, int verb, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        boolean undone = sentence.upos(verb).equals("VERB")
                && clause.isNegated(verb)
                && clause.isDone(verb)
                && (clause.isPassive(verb) || clause.object(verb) != NONE)
                && !words.is(sentence.lemma(verb), WordUse.STATE)
                && !words.is(sentence.lemma(verb), WordUse.ATTAINING)
                && lexicon.word(sentence, verb) == null
                && drafts.stream().noneMatch(draft -> draft.act == verb || draft.outcomeVerb == verb);
        int subject = undone ? clause.subject(verb) : NONE;
        if (undone && (clause.isPassive(verb) || participants.kind(sentence, subject) == Participants.Kind.AGENT)) {
            Draft draft = new Draft(number, Construction.OUTCOME, verb, verb + 1, verb, Strength.FIRM);
            draft.subject = clause.isPassive(verb) ? clause.agent(verb) : subject;
            draft.outcome = Outcome.MISSED;
            draft.done = true;
            draft.onlyWithDay = true;
            drafts.add(draft);
        }
    }

    /** "do so" */
    private boolean isProForm(ParsedSentence sentence, int verb) {
        return sentence.lemma(verb).equals("do")
                && verb + 1 < sentence.size()
                && sentence.lower(verb + 1).equals("so");
    }

    /** "failed to do so", "has not done so", "did so": of what was told last. */
    private void answer(int number, Clause clause, int verb, List<Draft> drafts, List<Draft> told) {
        Outcome outcome = null;
        if (clause.isFailing(verb)) {
            outcome = Outcome.MISSED;
        } else if (clause.isDone(verb) && !clause.isYet(verb)) {
            outcome = clause.isNegated(verb) ? Outcome.MISSED : Outcome.MET;
        }
        Draft last = outcome == null ? null : Told.last(text, number, verb, drafts, told);
        if (last != null && last.outcome == null) {
            last.outcome = outcome;
        }
    }

    /** "was originally due to open in May": that day was moved, and so is what was told of it before. */
    private void supersede(int number, Clause clause, int verb, List<Draft> drafts, List<Draft> told) {
        ParsedSentence sentence = text.sentences.get(number);
        Draft here = null;
        for (Draft draft : drafts) {
            here = draft.act == verb || draft.isTrigger(verb) ? draft : here;
        }
        int subject = verb == NONE ? NONE : clause.subject(verb);
        boolean pronoun = subject != NONE && sentence.upos(subject).equals("PRON");
        boolean planned = here != null ? here.past : pronoun && isPlanned(sentence, verb);
        if (!planned) {
            return;
        }
        if (here != null && here.outcome == null) {
            here.outcome = Outcome.MOVED;
        }
        Draft last = Told.last(text, number, here == null ? verb : NONE, drafts, told);
        boolean same = last != null
                && (pronoun
                        || (here != null
                                && text.sentences
                                        .get(last.sentence)
                                        .lemma(last.act)
                                        .equals(sentence.lemma(here.act))));
        if (last != null && same && last.outcome == null) {
            last.outcome = Outcome.MOVED;
        }
    }

    private boolean isPlanned(ParsedSentence sentence, int verb) {
        Trigger trigger = lexicon.form(sentence, verb);
        int be = sentence.dependent(verb, "aux:pass", "cop");
        return trigger != null
                && trigger.takes(Construction.TIME)
                && be != NONE
                && sentence.xpos(be).equals("VBD");
    }
}
