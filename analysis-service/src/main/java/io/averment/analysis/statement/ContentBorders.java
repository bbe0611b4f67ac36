package io.averment.analysis.statement;

import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;

/**
 * Where what a cue reports ends, which the tree often does not say: before a second verb of the speaker's, before whose words the
 * reporting itself is, behind what is coordinated. For one sentence; linear in the content.
 */
final class ContentBorders {

    private final ParsedSentence sentence;
    private final CueLexicon lexicon;
    private final StatementWords words;
    private final TimeBorders times;

    /** The last cue whose clause was cut before a participle that reports more, in the sentence that is read. */
    private int followed = ParsedSentence.NONE;

    /** That participle. */
    private int follower = ParsedSentence.NONE;

    ContentBorders(ParsedText text, ParsedSentence sentence, CueLexicon lexicon) {
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.words = text.words;
        this.times = new TimeBorders(text, sentence);
    }

    /** Adds what its cue reports to a statement. */
    void add(Candidate best, Draft draft) {
        int to = withoutFollower(draft.token, best);
        int end = to == best.to() ? withCoordinate(draft.token, best) : to;
        TimeBorders.Part part = times.part(best, end, draft);
        draft.time = part.time();
        Spans.add(sentence, part.from(), part.to(), draft.content);
        Spans.add(sentence, best.secondFrom(), best.secondTo(), draft.content);
    }

    /** Whose verb a cue is: of who confirms something, "announcing that ...", it is his too, wherever the tree hangs it. */
    int speaking(int cue) {
        return cue == follower ? followed : cue;
    }

    /**
     * Where a reported clause ends: before a participle behind a comma that reports something of its own, such as {@code adding
     * that ...}, which the tree often hangs below the clause.
     */
    private int withoutFollower(int cue, Candidate candidate) {
        int to = withoutSource(cue, candidate);
        if (candidate.slot() != Slot.CLAUSE || candidate.from() < cue) {
            return to;
        }
        for (int i = candidate.from() + 2; i < to; i++) {
            if (isAlongside(cue, i)) {
                followed = cue;
                follower = i;
                return i - 1;
            }
            if (sentence.xpos(i).equals("VBG")
                    && sentence.lower(i - 1).equals(",")
                    && lexicon.cue(sentence, i) != null
                    && sentence.right(i) >= to - 1) {
                followed = cue;
                follower = i;
                return i - 1;
            }
        }
        return to;
    }

    /** Where what is reported ends: before {@code , according to X}, whose words the reporting itself is. */
    private int withoutSource(int cue, Candidate candidate) {
        int to = candidate.to();
        for (int i = Math.max(cue, candidate.from()) + 2; i < to - 2; i++) {
            if (AccordingTo.isAt(sentence, i)
                    && sentence.lower(i - 1).equals(",")
                    && sentence.right(sentence.is(i, "case") ? sentence.head(i) : i) >= to - 1) {
                return i - 1;
            }
        }
        return to;
    }

    /**
     * Whether a second verb of the speaker's was hung into what the first reports: {@code said demand was strong but warned of ...},
     * {@code said it would fall and vowed to ...}, where the verb of the clause has an auxiliary and this one has none.
     */
    private boolean isAlongside(int cue, int token) {
        int clause = sentence.head(token);
        Cue second =
                sentence.is(token, "conj") && sentence.upos(token).equals("VERB") ? lexicon.cue(sentence, token) : null;
        return second != null
                && second.role().mayFollow()
                && clause > cue
                && sentence.head(clause) == cue
                && (sentence.xpos(token).equals(sentence.xpos(cue))
                        || sentence.xpos(token).equals("VBN"))
                && (sentence.lower(token - 1).equals("but")
                        || (sentence.lower(token - 1).equals("and")
                                && sentence.dependent(clause, "aux") != ParsedSentence.NONE))
                && sentence.dependent(token, "nsubj", "nsubj:pass", "aux", "aux:pass") == ParsedSentence.NONE;
    }

    /**
     * Where a reported clause ends with what is coordinated to it, which the tree often hangs below the cue: a second clause with
     * "that", a verb without a subject of its own that is no reporting verb, a reason or condition.
     */
    private int withCoordinate(int cue, Candidate candidate) {
        int to = candidate.to();
        if (candidate.slot() != Slot.CLAUSE
                || candidate.from() < cue
                || candidate.secondTo() > candidate.secondFrom()) {
            return to;
        }
        for (int i = sentence.firstDependent(cue); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            int mark = sentence.dependent(i, "mark");
            String word = mark == ParsedSentence.NONE ? "" : sentence.lower(mark);
            boolean shared = sentence.dependent(i, "nsubj", "nsubj:pass") == ParsedSentence.NONE
                    && lexicon.cue(sentence, i) == null;
            boolean belongs = sentence.is(i, "conj")
                    ? word.equals("that") || shared
                    : sentence.is(i, "advcl") && words.is(word, Kind.CONTINUING);
            if (belongs && i >= to && sentence.left(i) - to <= 1) {
                to = sentence.right(i);
            }
        }
        return to;
    }
}
