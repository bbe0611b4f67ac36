package io.averment.analysis.statement;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something was said: the time in the cue's own clause, in what the words stood in, or in the clause that the cue shares it
 * with; never one of what was said, nor of what is told of somebody. Bounded steps up the tree and into phrases, and linear in the
 * dependents on the way.
 */
final class SaidAtReading {

    /** How many verbs above a cue are looked at. */
    private static final int HIGHEST = 4;

    /** How many nouns a time may stand below: {@code in a statement to the agency on Sunday}. */
    private static final int DEEPEST = 3;

    private static final int WEEK = 7;

    private final ParsedText text;
    private final Media media;

    SaidAtReading(ParsedText text, Media media) {
        this.text = text;
        this.media = media;
    }

    /** When something was said; null where the text does not say. */
    @Nullable
    TimeExpression of(Draft draft) {
        if (draft.time != null || draft.token == NONE || draft.slot == Slot.RAISED) {
            return draft.time;
        }
        return new Clauses(text.sentences.get(draft.sentence), draft).time();
    }

    /** The clauses of one cue. */
    private final class Clauses {

        private final ParsedSentence sentence;
        private final Draft draft;

        Clauses(ParsedSentence sentence, Draft draft) {
            this.sentence = sentence;
            this.draft = draft;
        }

        @Nullable
        TimeExpression time() {
            int at = draft.token;
            if (draft.cue == null && sentence.is(at, "case")) {
                return ofNoun(sentence.head(at), 0);
            }
            for (int step = 0; step < HIGHEST && at != NONE; step++) {
                TimeExpression time = ofClause(at, step == 0);
                if (time != null) {
                    return time;
                }
                at = sharing(at);
            }
            return null;
        }

        /** The time nearest to a verb in its clause. */
        private @Nullable TimeExpression ofClause(int verb, boolean own) {
            TimeExpression best = null;
            int distance = Integer.MAX_VALUE;
            for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
                if (!isSaid(i) && Math.abs(i - verb) < distance) {
                    TimeExpression time = ofDependent(verb, i, own);
                    if (time != null) {
                        best = time;
                        distance = Math.abs(i - verb);
                    }
                }
            }
            return best;
        }

        /** @param own whether the verb is the cue itself: another's object is a thing */
        private @Nullable TimeExpression ofDependent(int verb, int i, boolean own) {
            TimeExpression time = dating(i);
            if (time != null) {
                return isOfContent(time) ? null : time;
            }
            String relation = sentence.relation(i);
            return switch (relation) {
                case "nsubj", "nsubj:pass" -> ofSubject(verb, i);
                case "obl", "obl:unmarked", "obl:agent", "nmod", "nmod:unmarked" -> isTopic(i) ? null : ofNoun(i, 0);
                case "obj", "iobj" -> own || isDocument(i) ? ofNoun(i, 0) : null;
                case "advcl", "acl", "ccomp" -> isSpeaking(i) ? ofClause(i, false) : null;
                default -> null;
            };
        }

        /** A time that the tree gave to the subject just before the verb, one of a document that speaks, or of who "spoke on Friday". */
        private @Nullable TimeExpression ofSubject(int verb, int subject) {
            if (isDocument(subject)) {
                return ofNoun(subject, 0);
            }
            for (int i = sentence.firstDependent(subject); i != NONE; i = sentence.nextDependent(i)) {
                if (i > subject && isNextTo(i, verb)) {
                    TimeExpression time = dating(i);
                    if (time != null) {
                        return time;
                    }
                }
                if (sentence.isKindOf(i, "acl") && is(i, Kind.SPEAKING)) {
                    return ofClause(i, false);
                }
            }
            return null;
        }

        /** Whether nothing but auxiliaries and adverbs stands between a phrase and a verb. */
        private boolean isNextTo(int phrase, int verb) {
            for (int i = sentence.right(phrase); i < verb; i++) {
                if (sentence.head(i) != verb || sentence.isPunctuation(i)) {
                    return false;
                }
            }
            return sentence.right(phrase) <= verb;
        }

        /** The time behind a noun, or before or within one that is a document: {@code Monday's statement}, {@code a statement issued on Sunday}. */
        private @Nullable TimeExpression ofNoun(int noun, int depth) {
            boolean document = isDocument(noun);
            for (int i = sentence.firstDependent(noun); i != NONE; i = sentence.nextDependent(i)) {
                TimeExpression time = isSaid(i) ? null : ofDependentOfNoun(noun, i, document, depth);
                if (time != null) {
                    return time;
                }
            }
            return null;
        }

        private @Nullable TimeExpression ofDependentOfNoun(int noun, int i, boolean document, int depth) {
            TimeExpression time = dating(i);
            if (time != null) {
                return document || i > noun ? time : null;
            }
            return switch (sentence.relation(i)) {
                case "nmod", "obl", "nmod:unmarked" ->
                    i > noun && depth < DEEPEST && !isTopic(i) ? ofNoun(i, depth + 1) : null;
                case "acl", "acl:relcl" ->
                    (document || isSource(noun)) && is(i, Kind.ISSUING) ? ofClause(i, false) : null;
                default -> null;
            };
        }

        /** The verb or noun above a cue that it shares its time with; {@link ParsedSentence#NONE} when it shares none. */
        private int sharing(int at) {
            int head = sentence.head(at);
            if (head == NONE) {
                return NONE;
            }
            return switch (sentence.relation(at)) {
                case "conj" -> head < at && isSameTense(head, at) ? head : NONE;
                case "xcomp" -> head;
                case "advcl" -> sentence.xpos(at).equals("VBG") ? head : NONE;
                case "acl" -> isDocument(head) ? head : NONE;
                case "obj" -> is(head, Kind.ISSUING) ? head : NONE;
                default -> NONE;
            };
        }

        private boolean isSameTense(int first, int second) {
            return sentence.xpos(first).equals(sentence.xpos(second)) || (isPast(first) && isPast(second));
        }

        private boolean isPast(int verb) {
            return sentence.xpos(verb).equals("VBD") || sentence.xpos(verb).equals("VBN");
        }

        /** A verb of speaking beside the cue: {@code Speaking on Monday, he said}, {@code Asked on Monday, he said}. */
        private boolean isSpeaking(int verb) {
            int mark = sentence.dependent(verb, "mark");
            boolean participle = sentence.xpos(verb).equals("VBG")
                    || sentence.xpos(verb).equals("VBN")
                    || (verb == 0 && sentence.xpos(verb).equals("VBD"));
            return participle
                    && is(verb, Kind.SPEAKING)
                    && (mark == NONE || sentence.lower(mark).equals("when"));
        }

        private boolean is(int verb, Kind kind) {
            return text.words.is(sentence.lemma(verb), kind);
        }

        /** What was said in, or the noun that reports: {@code Monday's promise to go}. */
        private boolean isDocument(int noun) {
            return noun == draft.token || media.isDocument(sentence, noun);
        }

        /** Whether a noun is what the words are "according to". */
        private boolean isSource(int noun) {
            return draft.cue == null && (sentence.head(draft.token) == noun || sentence.head(noun) == draft.token);
        }

        /** Whether a phrase tells what was spoken of, or what was still to come. */
        private boolean isTopic(int noun) {
            int mark = sentence.dependent(noun, "case");
            return mark != NONE && text.words.is(sentence.lower(mark), Kind.TOPICAL);
        }

        /** Whether months and years behind what is wanted are its own: {@code called for elections in November}. */
        private boolean isOfContent(TimeExpression time) {
            LocalDate first = time.earliest();
            LocalDate last = time.latest();
            return first != null
                    && last != null
                    && first.plusDays(WEEK).isBefore(last)
                    && time.span().start() >= draft.end()
                    && draft.slot != Slot.CLAUSE
                    && SpeechActs.isOfWhatIsToCome(draft);
        }

        private boolean isSaid(int token) {
            for (Span span : draft.content) {
                if (span.start() <= sentence.start(token) && sentence.start(token) < span.end()) {
                    return true;
                }
            }
            return false;
        }

        /** The day or hour that a token belongs to, where it says when and not until when or since when; null for any other token. */
        private @Nullable TimeExpression dating(int token) {
            TimeExpression time = text.timeAt(sentence.start(token));
            if (time == null || !isPoint(time) || text.isQuoted(time.span().start())) {
                return null;
            }
            int before = sentence.tokenAt(time.span().start()) - 1;
            boolean limits = before >= 0 && text.words.is(sentence.lower(before), Kind.NOT_DATING);
            return limits || isStretch(before, time) || (isPastCue() && text.isAhead(time)) ? null : time;
        }

        /** Whether a time begins a stretch, which is that of what was said: {@code from 1 August to 31 August}. */
        private boolean isStretch(int before, TimeExpression time) {
            int behind = sentence.tokenAt(time.span().end());
            return before >= 0
                    && sentence.lower(before).equals("from")
                    && behind + 1 < sentence.size()
                    && text.words.is(sentence.lower(behind), Kind.NOT_DATING)
                    && text.timeAt(sentence.start(behind + 1)) != null;
        }

        /** Whether the cue is a verb that tells of what was said, so not on a day that is still to come. */
        private boolean isPastCue() {
            int cue = draft.token;
            if (!sentence.upos(cue).equals("VERB")) {
                return false;
            }
            int aux = sentence.dependent(cue, "aux", "aux:pass");
            boolean past = aux != NONE
                    && (sentence.xpos(aux).equals("VBD") || sentence.lemma(aux).equals("have"));
            return aux == NONE ? isPast(cue) : past;
        }

        private boolean isPoint(TimeExpression time) {
            return switch (time.type()) {
                case DATE, TIME -> true;
                case DURATION, SET -> false;
            };
        }
    }
}
