package io.averment.analysis.statement;

import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence's tree what its cues report. For one sentence; linear in it, up to the depth of its tree. */
final class IndirectReading {

    /** The order in which slots are preferred when a cue fills several. */
    private static final Slot[] PREFERRED = {
        Slot.RAISED,
        Slot.CLAUSE,
        Slot.AROUND,
        Slot.PREDICATE,
        Slot.INFINITIVE,
        Slot.PREPOSITION,
        Slot.GERUND,
        Slot.OBJECT,
        Slot.SUBJECT
    };

    private final ParsedText text;
    private final CueLexicon lexicon;

    private final int number;
    private final ParsedSentence sentence;
    private final Contents contents;
    private final InsertedCues inserted;
    private final ContentBorders borders;
    private final SourceReading sources;
    private final Citations citations;
    private final AccordingTo accordingTo;
    private final IdleCues idle;

    /** @param number of the sentence that is read */
    IndirectReading(ParsedText text, int number, CueLexicon lexicon, Media media) {
        this.text = text;
        this.number = number;
        this.lexicon = lexicon;
        sentence = text.sentences.get(number);
        contents = new Contents(text, sentence);
        inserted = new InsertedCues(sentence);
        borders = new ContentBorders(text, sentence, lexicon);
        sources = new SourceReading(text, sentence, lexicon);
        citations = new Citations(text, sentence, lexicon, media);
        accordingTo = new AccordingTo(text, sentence);
        idle = new IdleCues(text, sentence, lexicon);
    }

    /** Adds what the cues of the sentence report, in the order of the cues. */
    void read(List<Draft> drafts) {
        for (int token = 0; token < sentence.size(); token++) {
            Draft draft = sentence.lower(token).equals("according") ? accordingTo.read(number, token) : reported(token);
            if (draft == null) {
                continue;
            }
            draft.quotedCue = text.isQuoted(sentence.start(token));
            if (!idle.isIdle(draft) && !citations.isNaming(draft)) {
                drafts.add(draft);
            }
        }
    }

    /** What a token reports as a cue; null when it reports nothing. */
    private @Nullable Draft reported(int token) {
        Cue verb = lexicon.verbTakenForNoun(sentence, token);
        Cue cue = verb == null ? lexicon.cue(sentence, token) : verb;
        if (cue == null) {
            return null;
        }
        Candidate best = candidate(token, cue);
        if (best == null) {
            return null;
        }
        boolean fronted = isFronted(token);
        if (fronted && best.from() > token) {
            best = untilComma(best);
        }
        Draft draft = new Draft(number, token, cue);
        draft.slot = best.slot();
        draft.preposition = best.preposition();
        borders.add(best, draft);
        if (draft.content.isEmpty()) {
            return null;
        }
        draft.isImpersonal = fronted
                || best.slot() == Slot.RAISED
                || isRaising(token)
                || sentence.upos(token).equals("ADV");
        draft.source = draft.isImpersonal
                ? null
                : verb == null
                        ? sources.of(borders.speaking(token), draft.content)
                        : sources.ofMistaken(token, draft.content);
        draft.isImpersonal |= draft.source == null && isPassive(token);
        citations.takeCited(draft);
        draft.cueSpans.add(Cue.span(sentence, token));
        return draft;
    }

    /** What a cue reports, mended where the tree lost it; null when nothing is there. */
    private @Nullable Candidate candidate(int token, Cue cue) {
        Candidate best = best(token, cue, contents.of(token));
        if (cue.role().mayFollow()) {
            best = mended(token, best);
        }
        if (best == null && cue.slots().contains(Slot.AROUND)) {
            best = inserted.around(token);
        }
        return best != null && cue.role() == Cue.Role.ADDRESSED ? inserted.withoutAddressee(token, best) : best;
    }

    /** A clause that the tree gave to another word instead of nothing, or of an object that is rather the one addressed. */
    private @Nullable Candidate mended(int token, @Nullable Candidate best) {
        Candidate leading = best == null || best.slot() == Slot.OBJECT || best.from() > token
                ? contents.leadingClause(token)
                : null;
        if (leading != null) {
            return leading;
        }
        Candidate stray = best == null || best.slot() == Slot.OBJECT ? contents.strayClause(token) : null;
        return stray == null ? best : stray;
    }

    /** A participle that begins its sentence, with nobody before it: {@code Asked about the dam, he said ...}. */
    private boolean isFronted(int token) {
        return token == 0
                && (sentence.xpos(token).equals("VBN") || sentence.xpos(token).equals("VBD"))
                && sentence.dependent(token, "aux", "aux:pass") == ParsedSentence.NONE;
    }

    private Candidate untilComma(Candidate candidate) {
        int to = candidate.from();
        while (to < candidate.to() && !sentence.lower(to).equals(",")) {
            to++;
        }
        return Candidate.of(candidate.slot(), candidate.from(), to);
    }

    private @Nullable Candidate best(int token, Cue cue, List<Candidate> candidates) {
        for (Slot slot : PREFERRED) {
            for (Candidate candidate : candidates) {
                if (candidate.slot() == slot
                        && cue.takes(candidate)
                        && fits(token, candidate)
                        && !isSetting(token, candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** What only sets the scene: {@code Asked about the dam, he said ...}. */
    private boolean isSetting(int token, Candidate candidate) {
        return candidate.from() == 0
                && candidate.to() < token
                && isFronted(0)
                && (lexicon.cue(sentence, 0) != null || sentence.head(0) == token);
    }

    private boolean fits(int token, Candidate candidate) {
        boolean passive = isPassive(token);
        return switch (candidate.slot()) {
            case RAISED -> passive || isRaising(token);
            case PREDICATE -> !passive || !sentence.upos(token).equals("VERB") || candidate.to() <= token;
            // What is shown or offered to someone is a thing.
            case OBJECT -> sentence.dependent(token, "iobj") == ParsedSentence.NONE;
            case SUBJECT -> passive && !sentence.lower(candidate.from()).equals("it");
            default -> true;
        };
    }

    private boolean isPassive(int token) {
        return sentence.dependent(token, "nsubj:pass", "aux:pass", "csubj:pass") != ParsedSentence.NONE;
    }

    private boolean isRaising(int token) {
        return text.words.is(sentence.lemma(token), Kind.RAISING);
    }
}
