package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence's tree what its cues report. Linear in the sentence, up to the depth of its tree. */
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
    private final Media media;

    /** The last cue whose clause was cut before a participle that reports more, in the sentence that is read. */
    private int followed = ParsedSentence.NONE;

    /** That participle. */
    private int follower = ParsedSentence.NONE;

    IndirectReading(ParsedText text, CueLexicon lexicon, Media media) {
        this.text = text;
        this.lexicon = lexicon;
        this.media = media;
    }

    /** Adds what the cues of a sentence report, in the order of the cues. */
    void read(int number, List<Draft> drafts) {
        ParsedSentence sentence = text.sentences.get(number);
        Contents contents = new Contents(sentence, text.words);
        SourceReading sources = new SourceReading(text, sentence);
        follower = ParsedSentence.NONE;
        for (int token = 0; token < sentence.size(); token++) {
            if (sentence.lower(token).equals("according")) {
                accordingTo(number, sentence, sources, token, drafts);
                continue;
            }
            Cue verb = lexicon.verbTakenForNoun(sentence, token);
            Cue cue = verb == null ? lexicon.cue(sentence, token) : verb;
            if (cue == null) {
                continue;
            }
            Candidate best = best(sentence, token, cue, contents.of(token));
            if (cue.role().mayFollow()) {
                best = mended(contents, token, best);
            }
            if (best == null) {
                continue;
            }
            boolean fronted = isFronted(sentence, token);
            if (fronted && best.from() > token) {
                best = untilComma(sentence, best);
            }
            Draft draft = new Draft(number, token, cue);
            draft.slot = best.slot();
            draft.preposition = best.preposition();
            int to = withoutFollower(sentence, token, best);
            addContent(
                    sentence, best.from(), to == best.to() ? withCoordinate(sentence, token, best) : to, draft.content);
            addContent(sentence, best.secondFrom(), best.secondTo(), draft.content);
            if (draft.content.isEmpty()) {
                continue;
            }
            draft.isImpersonal = fronted
                    || best.slot() == Slot.RAISED
                    || isRaising(sentence, token)
                    || sentence.upos(token).equals("ADV");
            // Who confirms something, "announcing that ...", announces it too, wherever the tree hangs it.
            int speaking = token == follower ? followed : token;
            draft.source = draft.isImpersonal
                    ? null
                    : verb == null ? sources.of(speaking, draft.content) : sources.ofMistaken(token, draft.content);
            draft.isImpersonal |= draft.source == null && isPassive(sentence, token);
            takeCited(sentence, sources, draft);
            finish(sentence, cueSpan(sentence, token), draft, drafts);
        }
    }

    /** A clause that the tree gave to another word instead of nothing, or of an object that is rather the one addressed. */
    private static @Nullable Candidate mended(Contents contents, int token, @Nullable Candidate best) {
        Candidate leading = best == null || best.slot() == Slot.OBJECT || best.from() > token
                ? contents.leadingClause(token)
                : null;
        if (leading != null) {
            return leading;
        }
        Candidate stray = best == null || best.slot() == Slot.OBJECT ? contents.strayClause(token) : null;
        return stray == null ? best : stray;
    }

    /**
     * Where a reported clause ends: before a participle behind a comma that reports something of its own, such as {@code adding
     * that ...}, which the tree often hangs below the clause.
     */
    private int withoutFollower(ParsedSentence sentence, int cue, Candidate candidate) {
        int to = withoutSource(sentence, cue, candidate);
        if (candidate.slot() != Slot.CLAUSE || candidate.from() < cue) {
            return to;
        }
        for (int i = candidate.from() + 2; i < to; i++) {
            if (isAlongside(sentence, cue, i)) {
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
    private static int withoutSource(ParsedSentence sentence, int cue, Candidate candidate) {
        int to = candidate.to();
        for (int i = Math.max(cue, candidate.from()) + 2; i < to - 2; i++) {
            if (isAccordingTo(sentence, i)
                    && sentence.lower(i - 1).equals(",")
                    && sentence.right(sentence.is(i, "case") ? sentence.head(i) : i) >= to - 1) {
                return i - 1;
            }
        }
        return to;
    }

    private static boolean isAccordingTo(ParsedSentence sentence, int token) {
        return sentence.lower(token).equals("according")
                && token + 1 < sentence.size()
                && sentence.lower(token + 1).equals("to");
    }

    /**
     * Whether a second verb of the speaker's was hung into what the first reports: {@code said demand was strong but warned of ...},
     * {@code said it would fall and vowed to ...}, where the verb of the clause has an auxiliary and this one has none.
     */
    private boolean isAlongside(ParsedSentence sentence, int cue, int token) {
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
    private int withCoordinate(ParsedSentence sentence, int cue, Candidate candidate) {
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
                    : sentence.is(i, "advcl") && text.words.is(word, Kind.CONTINUING);
            if (belongs && i >= to && sentence.left(i) - to <= 1) {
                to = sentence.right(i);
            }
        }
        return to;
    }

    /**
     * {@code X reported, citing Y, that ...} and {@code X quoted Y as saying ...}: Y speaks, and X, unless it is somebody who says so
     * himself, passes it on.
     */
    private void takeCited(ParsedSentence sentence, SourceReading sources, Draft draft) {
        int verb = sentence.head(draft.token);
        if (isQuoting(sentence, draft.token)) {
            int cited = sentence.dependent(verb, "obj", "nsubj:pass");
            int passing = sentence.dependent(verb, "nsubj");
            if (cited != ParsedSentence.NONE) {
                draft.source = sources.phrase(cited);
                draft.passedOnBy = passing == ParsedSentence.NONE ? null : sources.phrase(passing);
                draft.isImpersonal = false;
            }
            return;
        }
        Source source = draft.source;
        int subject = sentence.dependent(draft.token, "nsubj");
        int cited = cited(sentence, draft.token);
        if (cited == ParsedSentence.NONE && subject != ParsedSentence.NONE) {
            cited = cited(sentence, subject);
        }
        boolean passesOn = text.words.is(sentence.lemma(draft.token), Kind.PASSING_ON)
                || (source != null && media.isOutlet(source.named().of(text.text)));
        if (cited != ParsedSentence.NONE && passesOn) {
            draft.passedOnBy = source;
            draft.source = sources.phrase(cited);
        }
    }

    /** Whom something below a word cites; {@link ParsedSentence#NONE} when it cites nobody. */
    private int cited(ParsedSentence sentence, int word) {
        for (int i = sentence.firstDependent(word); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if ((sentence.is(i, "advcl") || sentence.is(i, "acl")) && text.words.is(sentence.lower(i), Kind.CITING)) {
                return sentence.dependent(i, "obj");
            }
        }
        return ParsedSentence.NONE;
    }

    /** Whether a participle is what somebody is quoted with: {@code quoted as saying}. */
    private boolean isQuoting(ParsedSentence sentence, int token) {
        int verb = sentence.head(token);
        int mark = sentence.dependent(token, "mark", "case");
        return verb != ParsedSentence.NONE
                && verb < token
                && sentence.xpos(token).equals("VBG")
                && mark != ParsedSentence.NONE
                && sentence.lower(mark).equals("as")
                && text.words.is(sentence.lemma(verb), Kind.QUOTING);
    }

    /** Whether a cue only names who speaks, whose words another cue tells of: {@code citing officials}, {@code quoted him as saying}. */
    private boolean isNaming(ParsedSentence sentence, Draft draft) {
        int token = draft.token;
        if (sentence.xpos(token).equals("VBG")
                && text.words.is(sentence.lower(token), Kind.CITING)
                && (draft.slot == Slot.OBJECT || draft.slot == Slot.PREDICATE)) {
            return true;
        }
        for (int i = sentence.firstDependent(token); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (isQuoting(sentence, i) && lexicon.cue(sentence, i) != null) {
                return true;
            }
        }
        return false;
    }

    private void finish(ParsedSentence sentence, Span cue, Draft draft, List<Draft> drafts) {
        draft.cueSpans.add(cue);
        draft.quotedCue = text.isQuoted(sentence.start(draft.token));
        if (!isIdle(sentence, draft.token, draft)) {
            drafts.add(draft);
        }
    }

    /** Whether a cue is used without telling of anyone's words: by someone quoted, as a mere wish, about nobody. */
    private boolean isIdle(ParsedSentence sentence, int token, Draft draft) {
        Cue cue = draft.cue;
        Source source = draft.source;
        if (isDeclined(sentence, token)
                || isOfNobody(sentence, token, source)
                || isOfNothing(sentence, draft)
                || isNaming(sentence, draft)) {
            return true;
        }
        if (cue == null || cue.role().mayFollow()) {
            boolean noun = draft.slot == Slot.OBJECT || draft.slot == Slot.PREPOSITION;
            return draft.quotedCue || (noun && hasTo(sentence, token));
        }
        return draft.quotedCue
                || sentence.is(token, "ccomp")
                || (cue.role() == Cue.Role.NOMINAL && source == null)
                || hasTo(sentence, token)
                || (cue.role() == Cue.Role.ATTITUDE
                        && source != null
                        && source.isPronoun()
                        && isFirstPerson(sentence, token));
    }

    /** Whether nobody is said to speak: {@code no one confirmed}, {@code neither of them said}. */
    private boolean isOfNobody(ParsedSentence sentence, int token, @Nullable Source source) {
        int subject = sentence.lastSubject(token);
        boolean negated =
                subject != ParsedSentence.NONE && text.words.is(sentence.lower(sentence.left(subject)), Kind.NOBODY);
        return negated || (source != null && text.isNobody(source.named()));
    }

    /** Whether a pronoun or question word alone is all that is reported: {@code said nothing}, {@code what he had said}. */
    private boolean isOfNothing(ParsedSentence sentence, Draft draft) {
        if (draft.content.size() != 1 || draft.slot == Slot.AROUND) {
            return false;
        }
        Span only = draft.content.getFirst();
        int token = sentence.tokenAt(only.start());
        String xpos = sentence.xpos(token);
        return sentence.end(token) == only.end()
                && (xpos.startsWith("PRP")
                        || xpos.startsWith("W")
                        || text.words.is(sentence.lower(token), Kind.NOBODY));
    }

    /** What someone declines to say is not said. */
    private boolean isDeclined(ParsedSentence sentence, int token) {
        int verb = sentence.is(token, "xcomp") ? sentence.head(token) : ParsedSentence.NONE;
        Cue declining = verb == ParsedSentence.NONE ? null : lexicon.cue(sentence, verb);
        return declining != null && declining.act() == SpeechAct.DECLINES;
    }

    /** A participle that begins its sentence, with nobody before it: {@code Asked about the dam, he said ...}. */
    private static boolean isFronted(ParsedSentence sentence, int token) {
        return token == 0
                && (sentence.xpos(token).equals("VBN") || sentence.xpos(token).equals("VBD"))
                && sentence.dependent(token, "aux", "aux:pass") == ParsedSentence.NONE;
    }

    private static Candidate untilComma(ParsedSentence sentence, Candidate candidate) {
        int to = candidate.from();
        while (to < candidate.to() && !sentence.lower(to).equals(",")) {
            to++;
        }
        return Candidate.of(candidate.slot(), candidate.from(), to);
    }

    private static boolean hasTo(ParsedSentence sentence, int token) {
        for (int i = sentence.firstDependent(token);
                i != ParsedSentence.NONE && i < token;
                i = sentence.nextDependent(i)) {
            if (sentence.is(i, "mark") && sentence.lower(i).equals("to")) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstPerson(ParsedSentence sentence, int token) {
        int subject = sentence.dependent(token, "nsubj");
        return subject != ParsedSentence.NONE && text.words.is(sentence.lower(subject), Kind.FIRST_OR_SECOND_PERSON);
    }

    private @Nullable Candidate best(ParsedSentence sentence, int token, Cue cue, List<Candidate> candidates) {
        for (Slot slot : PREFERRED) {
            for (Candidate candidate : candidates) {
                if (candidate.slot() == slot && cue.takes(candidate) && fits(sentence, token, candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private boolean fits(ParsedSentence sentence, int token, Candidate candidate) {
        boolean passive = isPassive(sentence, token);
        return switch (candidate.slot()) {
            case RAISED -> passive || isRaising(sentence, token);
            case PREDICATE -> !passive || !sentence.upos(token).equals("VERB") || candidate.to() <= token;
            // What is shown or offered to someone is a thing.
            case OBJECT -> sentence.dependent(token, "iobj") == ParsedSentence.NONE;
            case SUBJECT -> passive && !sentence.lower(candidate.from()).equals("it");
            default -> true;
        };
    }

    private static boolean isPassive(ParsedSentence sentence, int token) {
        return sentence.dependent(token, "nsubj:pass", "aux:pass", "csubj:pass") != ParsedSentence.NONE;
    }

    private boolean isRaising(ParsedSentence sentence, int token) {
        return text.words.is(sentence.lemma(token), Kind.RAISING);
    }

    private void accordingTo(
            int number, ParsedSentence sentence, SourceReading sources, int token, List<Draft> drafts) {
        if (!isAccordingTo(sentence, token)) {
            return;
        }
        int noun = sentence.is(token, "case") ? sentence.head(token) : sentence.dependent(token, "obl", "obj", "nmod");
        if (noun == ParsedSentence.NONE || noun < token) {
            return;
        }
        int top = sentence.is(token, "case") ? noun : token;
        int clause = sentence.head(top);
        boolean atEdge = isAtEdge(sentence, sentence.left(top), sentence.right(top));
        while (clause != ParsedSentence.NONE
                && (atEdge ? sentence.head(clause) != ParsedSentence.NONE : !isClause(sentence, clause))) {
            clause = sentence.head(clause);
        }
        if (clause == ParsedSentence.NONE) {
            return;
        }
        Draft draft = new Draft(number, token, null);
        draft.slot = Slot.AROUND;
        addContent(sentence, sentence.left(clause), sentence.left(top), draft.content);
        int behind = sentence.right(top);
        int citing = behind < sentence.size() && sentence.isPunctuation(behind - 1) ? behind : behind + 1;
        int cited = citing < sentence.size() && text.words.is(sentence.lower(citing), Kind.CITING)
                ? sentence.dependent(citing, "obj")
                : ParsedSentence.NONE;
        if (cited != ParsedSentence.NONE) {
            draft.passedOnBy = sources.phrase(noun);
            behind = sentence.right(citing);
        }
        addContent(sentence, behind, sentence.right(clause), draft.content);
        if (draft.content.isEmpty()) {
            return;
        }
        draft.source = sources.phrase(cited == ParsedSentence.NONE ? noun : cited);
        finish(sentence, sentence.span(token, token + 2), draft, drafts);
    }

    /** Whether nothing but marks stands before or behind a stretch. */
    private static boolean isAtEdge(ParsedSentence sentence, int from, int to) {
        int start = 0;
        while (start < from && sentence.isPunctuation(start)) {
            start++;
        }
        int end = sentence.size();
        while (end > to && sentence.isPunctuation(end - 1)) {
            end--;
        }
        return start == from || end == to;
    }

    private static boolean isClause(ParsedSentence sentence, int token) {
        return switch (sentence.relation(token)) {
            case "root", "ccomp", "advcl", "parataxis", "conj", "acl:relcl" -> true;
            default -> false;
        };
    }

    /** Adds a stretch without the marks at its ends. */
    static void addContent(ParsedSentence sentence, int from, int to, List<Span> content) {
        int start = from;
        int end = to;
        while (start < end && sentence.isPunctuation(start)) {
            start++;
        }
        while (end > start && sentence.isPunctuation(end - 1)) {
            end--;
        }
        if (start < end) {
            content.add(sentence.span(start, end));
        }
    }

    /** The cue with its auxiliaries, negation and adverbs directly before it. */
    static Span cueSpan(ParsedSentence sentence, int token) {
        int from = token;
        while (from > 0 && belongs(sentence, from - 1, token)) {
            from--;
        }
        return sentence.span(from, token + 1);
    }

    private static boolean belongs(ParsedSentence sentence, int token, int cue) {
        return sentence.head(token) == cue
                && (sentence.isKindOf(token, "aux")
                        || (sentence.is(token, "advmod") && sentence.upos(token).equals("ADV"))
                        || sentence.upos(token).equals("PART"));
    }
}
