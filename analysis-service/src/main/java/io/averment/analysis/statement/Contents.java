package io.averment.analysis.statement;

import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence's tree what a cue may report, slot by slot. A cue has few dependents, and each is looked at with its own. */
final class Contents {

    /** How far behind a cue a clause that the tree lost is looked for, in tokens. */
    private static final int FURTHEST = 25;

    /** The longest subject between a comma and its cue, in tokens. */
    private static final int LONGEST_SUBJECT = 12;

    private final ParsedText text;
    private final ParsedSentence sentence;
    private final StatementWords words;

    Contents(ParsedText text, ParsedSentence sentence) {
        this.text = text;
        this.sentence = sentence;
        this.words = text.words;
    }

    List<Candidate> of(int cue) {
        List<Candidate> found = new ArrayList<>();
        for (int i = sentence.firstDependent(cue); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (sentence.isDateline(i)) {
                continue;
            }
            String relation = sentence.relation(i);
            switch (relation) {
                case "ccomp", "csubj:pass" -> found.add(clause(cue, i));
                case "csubj" -> {
                    if (sentence.dependent(cue, "expl") != ParsedSentence.NONE) {
                        found.add(of(isInfinitive(i) ? Slot.INFINITIVE : Slot.CLAUSE, cue, i));
                    }
                }
                case "xcomp" -> complement(cue, i, found);
                case "obj" -> found.add(split(Slot.OBJECT, "", cue, sentence.left(i), phraseEnd(cue, i)));
                case "nsubj:pass" -> found.add(of(Slot.SUBJECT, cue, i));
                case "obl", "nmod", "obl:unmarked" -> prepositional(cue, i, "case", found);
                case "advcl" -> adverbial(cue, i, found);
                case "acl" -> noun(cue, i, found);
                default -> {}
            }
        }
        // A clause that merely stands beside the cue comes after those that depend on it.
        for (int i = sentence.firstDependent(cue); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            boolean beside = sentence.is(i, "parataxis") && !sentence.isDateline(i);
            if (beside && (i < cue || sentence.dependent(i, "nsubj") != ParsedSentence.NONE)) {
                found.add(of(Slot.CLAUSE, cue, i));
            }
        }
        if (sentence.upos(cue).equals("ADV") && sentence.head(cue) != ParsedSentence.NONE) {
            int head = sentence.head(cue);
            found.add(new Candidate(Slot.AROUND, "", sentence.left(head), cue, cue + 1, sentence.right(head)));
        }
        if ((isInserted(cue) || isAside(cue)) && sentence.head(cue) != ParsedSentence.NONE) {
            int head = sentence.head(cue);
            int from = sentence.left(cue) == 0 ? firstComma(cue) : sentence.right(cue);
            found.add(new Candidate(
                    Slot.AROUND,
                    "",
                    sentence.left(head),
                    sentence.left(cue),
                    from,
                    Math.max(from, sentence.right(head))));
        }
        return found;
    }

    /** {@code ..., X said, ...}, and no clause of its own: {@code ...; X said nothing}. */
    private boolean isInserted(int cue) {
        return sentence.is(cue, "parataxis")
                && !sentence.xpos(cue).equals("VBG")
                && sentence.dependent(cue, "ccomp", "obj") == ParsedSentence.NONE
                && !(sentence.left(cue) > 0
                        && sentence.lower(sentence.left(cue)).equals(";"));
    }

    /** {@code As X said, ...}. */
    private boolean isAside(int cue) {
        int mark = sentence.is(cue, "advcl") ? sentence.dependent(cue, "mark") : ParsedSentence.NONE;
        return mark != ParsedSentence.NONE
                && sentence.lower(mark).equals("as")
                && sentence.dependent(cue, "ccomp", "obj") == ParsedSentence.NONE;
    }

    /** What begins a sentence ends with its comma, whatever else the tree hangs below it. */
    private int firstComma(int cue) {
        int i = cue;
        while (i < sentence.right(cue) && !sentence.lower(i).equals(",")) {
            i++;
        }
        return i;
    }

    /** A reported clause; its subject may stand before an inserted cue, where the tree takes it for one of the cue's. */
    private Candidate clause(int cue, int i) {
        if (isInfinitive(i)) {
            return of(Slot.INFINITIVE, cue, i);
        }
        int subject = sentence.dependent(cue, "nsubj");
        int inner = sentence.dependent(i, "nsubj");
        if (subject != ParsedSentence.NONE
                && sentence.right(subject) == cue
                && sentence.lower(cue - 1).equals(",")
                && inner != ParsedSentence.NONE
                && sentence.left(inner) == cue + 1
                && endsWithComma(inner)) {
            // The tree took the speaker for the subject: "The town, says the mayor, has other things to pay for."
            return new Candidate(
                    Slot.CLAUSE, "", sentence.left(subject), cue, sentence.right(inner), sentence.right(i));
        }
        boolean parted = i > cue
                && !sentence.lower(Math.max(0, cue - 1)).equals(",")
                && subject != ParsedSentence.NONE
                && sentence.lastSubject(cue) != subject
                && subject < cue
                && sentence.right(subject) < cue
                && endsWithComma(subject);
        return parted
                ? new Candidate(
                        Slot.CLAUSE,
                        "",
                        sentence.left(subject),
                        sentence.right(subject),
                        sentence.left(i),
                        sentence.right(i))
                : of(Slot.CLAUSE, cue, i);
    }

    private boolean endsWithComma(int token) {
        int right = sentence.right(token);
        return sentence.lower(right).equals(",") || sentence.lower(right - 1).equals(",");
    }

    /**
     * The first clause with "that" behind a cue which the tree hung below another word: {@code said in a statement to the agency
     * that ...}; null when there is none near.
     */
    @Nullable
    Candidate strayClause(int cue) {
        for (int i = cue + 1; i < Math.min(sentence.right(cue), cue + FURTHEST); i++) {
            if (sentence.upos(i).equals("VERB")) {
                return null;
            }
            if (sentence.lower(i).equals("that") && sentence.head(i) > i && introducesClause(i)) {
                return Candidate.of(Slot.CLAUSE, i, sentence.right(sentence.head(i)));
            }
        }
        return null;
    }

    /**
     * The words before a cue whose subject stands between a comma and it, where the tree gives it none: {@code the quay is open, a man
     * with knowledge of it said}; null when the sentence is not built so.
     */
    @Nullable
    Candidate leadingClause(int cue) {
        if (cue + 1 < sentence.size()
                && !sentence.isPunctuation(cue + 1)
                && !sentence.upos(cue + 1).equals("ADP")) {
            return null;
        }
        if (cue < 2) {
            return null;
        }
        int comma = cue - 1;
        boolean somebody = false;
        while (comma > Math.max(0, cue - LONGEST_SUBJECT)
                && !sentence.lower(comma).equals(",")) {
            if (sentence.upos(comma).equals("VERB") || sentence.upos(comma).equals("AUX")) {
                return null;
            }
            somebody |= isNominal(comma);
            comma--;
        }
        if (!sentence.lower(comma).equals(",") || !somebody) {
            return null;
        }
        int from = 0;
        boolean verbal = false;
        for (int i = comma - 1; i >= 0 && !sentence.isDateline(i); i--) {
            verbal |= sentence.upos(i).equals("VERB") || sentence.upos(i).equals("AUX");
            from = i;
        }
        return verbal ? Candidate.of(Slot.CLAUSE, from, comma) : null;
    }

    private boolean isNominal(int token) {
        return switch (sentence.upos(token)) {
            case "NOUN", "PROPN", "PRON", "DET", "NUM" -> true;
            default -> false;
        };
    }

    /** Whether "that" is no relative pronoun that is its clause's subject. */
    private boolean introducesClause(int that) {
        int subject = sentence.dependent(sentence.head(that), "nsubj", "nsubj:pass");
        return sentence.is(that, "mark") || (subject != ParsedSentence.NONE && subject != that);
    }

    /** The end of an object or phrase with those directly behind it, which the tree may have given to the cue: {@code promised a ruling by May}. */
    private int phraseEnd(int cue, int phrase) {
        int end = sentence.right(phrase);
        for (int i = sentence.nextDependent(phrase); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (phrase < cue || !sentence.isKindOf(i, "obl") || sentence.left(i) != end || isDay(i)) {
                break;
            }
            end = sentence.right(i);
        }
        return end;
    }

    private boolean isDay(int noun) {
        return sentence.upos(noun).equals("PROPN")
                && sentence.firstDependent(noun) != ParsedSentence.NONE
                && sentence.lower(sentence.left(noun)).equals("on");
    }

    private Candidate of(Slot slot, int cue, int i) {
        return split(slot, "", cue, sentence.left(i), sentence.right(i));
    }

    /** A stretch that the cue stands in is two. */
    private static Candidate split(Slot slot, String preposition, int cue, int from, int to) {
        return from <= cue && cue < to
                ? new Candidate(slot, preposition, from, cue, cue + 1, to)
                : new Candidate(slot, preposition, from, to, to, to);
    }

    private boolean isInfinitive(int i) {
        int mark = sentence.dependent(i, "mark");
        return mark != ParsedSentence.NONE && sentence.lower(mark).equals("to");
    }

    private void complement(int cue, int i, List<Candidate> found) {
        int subject = sentence.dependent(cue, "nsubj:pass", "nsubj");
        int object = sentence.dependent(cue, "obj");
        if (isInfinitive(i)) {
            if (object != ParsedSentence.NONE && object < i) {
                found.add(split(Slot.INFINITIVE, "", cue, sentence.left(object), sentence.right(i)));
            } else {
                found.add(of(Slot.INFINITIVE, cue, i));
            }
            if (subject != ParsedSentence.NONE && subject < i) {
                found.add(new Candidate(
                        Slot.RAISED,
                        "",
                        sentence.left(subject),
                        sentence.right(subject),
                        sentence.left(i),
                        sentence.right(i)));
            }
        } else if (sentence.xpos(i).equals("VBG")) {
            found.add(of(Slot.GERUND, cue, i));
        } else if (object != ParsedSentence.NONE && object < i) {
            found.add(split(Slot.PREDICATE, "", cue, sentence.left(object), sentence.right(i)));
        } else {
            found.add(of(Slot.PREDICATE, cue, i));
        }
    }

    private void prepositional(int cue, int i, String relation, List<Candidate> found) {
        int mark = sentence.dependent(i, relation);
        if (mark == ParsedSentence.NONE || mark > i) {
            return;
        }
        String preposition = sentence.lower(mark);
        if (!words.is(preposition, StatementWords.Kind.TOPICAL) && text.timeAt(sentence.start(i)) != null) {
            // "called on Sunday for calm"
            return;
        }
        int object = sentence.upos(cue).equals("VERB") ? sentence.dependent(cue, "obj") : ParsedSentence.NONE;
        boolean ofObject = object > cue && object < mark && words.is(preposition, StatementWords.Kind.OF_OBJECT);
        // Who is accused or called something belongs to what is said: "accused [him of lying]".
        int from = ofObject ? sentence.left(object) : mark + 1;
        found.add(split(Slot.PREPOSITION, preposition, cue, from, phraseEnd(cue, i)));
    }

    private void adverbial(int cue, int i, List<Candidate> found) {
        int mark = sentence.dependent(i, "mark");
        if (mark == ParsedSentence.NONE) {
            if (sentence.xpos(i).equals("VBG") && sentence.left(i) == cue + 1) {
                found.add(of(Slot.GERUND, cue, i));
            }
            return;
        }
        String word = sentence.lower(mark);
        if (word.equals("to")) {
            found.add(of(Slot.INFINITIVE, cue, i));
        } else if (word.equals("that")) {
            found.add(of(Slot.CLAUSE, cue, i));
        } else {
            prepositional(cue, i, "mark", found);
        }
    }

    /** A noun's own clause: {@code the claim that he went}, {@code a promise to go}. */
    private void noun(int cue, int i, List<Candidate> found) {
        if (isInfinitive(i)) {
            found.add(of(Slot.INFINITIVE, cue, i));
        } else {
            int mark = sentence.dependent(i, "mark");
            if (mark != ParsedSentence.NONE && sentence.lower(mark).equals("that")) {
                found.add(of(Slot.CLAUSE, cue, i));
            } else if (mark != ParsedSentence.NONE) {
                prepositional(cue, i, "mark", found);
            }
        }
    }
}
