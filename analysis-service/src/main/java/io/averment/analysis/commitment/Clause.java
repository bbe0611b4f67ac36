package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/** What the tree of a sentence tells about a verb: its subject, its voice, its infinitive. Bounded steps up, linear in dependents. */
final class Clause {

    /** How many governing and coordinated verbs are climbed for a subject. */
    private static final int HIGHEST = 6;

    /** How many tokens behind "to" its verb is looked for. */
    private static final int FURTHEST_VERB = 4;

    /** How far behind a verb an infinitive is looked for that the tree gave to another word. */
    private static final int FURTHEST_INFINITIVE = 10;

    private final ParsedSentence sentence;
    private final WordUses words;

    Clause(ParsedSentence sentence, WordUses words) {
        this.sentence = sentence;
        this.words = words;
    }

    /** The verb of the infinitive that begins with "to" at a token; {@link ParsedSentence#NONE} when none does. */
    int infinitive(int to) {
        if (to >= sentence.size() || !sentence.lower(to).equals("to")) {
            return NONE;
        }
        for (int i = to + 1; i < Math.min(sentence.size(), to + 1 + FURTHEST_VERB); i++) {
            if (sentence.xpos(i).equals("VB")) {
                return predicate(i);
            }
            if (i == to + 1 && new Insertion(sentence, words).isMistaken(i)) {
                return i;
            }
            if (!sentence.upos(i).equals("ADV") && !sentence.upos(i).equals("PART")) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The participle or adjective that an auxiliary or copula stands with, else the verb itself. */
    int predicate(int verb) {
        boolean auxiliary = sentence.isKindOf(verb, "aux") || sentence.is(verb, "cop");
        return auxiliary && sentence.head(verb) > verb ? sentence.head(verb) : verb;
    }

    /** The first verb behind a word that hangs on it as an infinitive; NONE when there is none. */
    int infinitiveOf(int word) {
        int from = word + 1;
        while (from < sentence.size() && sentence.upos(from).equals("ADV")) {
            from++;
        }
        from = new Insertion(sentence, words).behind(from);
        int next = infinitive(from < sentence.size() && sentence.lower(from).equals("not") ? from + 1 : from);
        if (next != NONE) {
            return next;
        }
        for (int i = sentence.firstDependent(word); i != NONE; i = sentence.nextDependent(i)) {
            if (i > word && hasTo(i) && (sentence.is(i, "xcomp") || sentence.is(i, "ccomp") || sentence.is(i, "acl"))) {
                return i;
            }
        }
        return NONE;
    }

    /** The same where the tree gave it to a time or a place between: {@code vowed on Tuesday to stop}; NONE when there is none. */
    int laterInfinitive(int word) {
        if (sentence.dependent(word, "obj") != NONE) {
            return NONE;
        }
        int furthest = Math.min(sentence.right(word), word + FURTHEST_INFINITIVE);
        for (int i = word + 1; i < furthest && !isVerbal(i); i++) {
            int verb = infinitive(i);
            if (verb != NONE) {
                return verb;
            }
        }
        for (int i = sentence.firstDependent(word); i != NONE; i = sentence.nextDependent(i)) {
            if (i > word && sentence.is(i, "advcl") && hasTo(i)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * The infinitive of a noun that the tree gave to the verb above: {@code missed a deadline set by a court to seal the tanks}; NONE
     * unless only a participle or a time stands between.
     */
    int infinitiveBeside(int noun) {
        int verb = sentence.head(noun);
        if (verb == NONE || !sentence.is(noun, "obj")) {
            return NONE;
        }
        int next = sentence.right(noun);
        boolean told = next > noun + 1
                && next < sentence.size()
                && sentence.lower(next).equals("to");
        int infinitive = told ? infinitive(next) : NONE;
        return infinitive != NONE && sentence.head(infinitive) == verb ? infinitive : NONE;
    }

    /** Whether somebody or something stands between a verb and an infinitive: {@code expects the port to open}. */
    boolean hasObjectBetween(int word, int infinitive) {
        int object = sentence.dependent(word, "obj", "iobj");
        return object != NONE && object > word && object < infinitive;
    }

    /** Those of whom a word picks none: "none of the parties"; any other subject itself. */
    int whole(int subject) {
        int noun =
                subject == NONE || !sentence.lower(subject).equals("none") ? NONE : sentence.dependent(subject, "nmod");
        return noun == NONE ? subject : noun;
    }

    /** Who is made to do what another verb tells: "told the bank to raise", "ordered that the bank pay". */
    int addressed(int word, int act) {
        int addressed = sentence.dependent(word, "iobj", "obj");
        return addressed != NONE ? addressed : ownSubject(act);
    }

    /** Whether a verb goes on with what another began, without subject and tense of its own. */
    boolean isCoordinated(int verb, int first) {
        if (!sentence.is(verb, "conj") || ownSubject(verb) != NONE) {
            return false;
        }
        int conjunction = sentence.dependent(verb, "cc");
        boolean alternative = conjunction != NONE && sentence.lower(conjunction).equals("or");
        return !alternative && sentence.xpos(verb).equals(sentence.xpos(first)) && isVerbal(verb);
    }

    /** Whether a verb tells of the present, by itself or with a form of "be" before a participle. */
    boolean isPresent(int verb) {
        if (!sentence.upos(verb).equals("VERB")) {
            return false;
        }
        return switch (sentence.xpos(verb)) {
            case "VBZ", "VBP" -> true;
            // The tagger may take a plural's present for an infinitive.
            case "VB" ->
                ownSubject(verb) != NONE
                        && ownSubject(verb) < verb
                        && sentence.xpos(ownSubject(verb)).endsWith("S")
                        && sentence.dependent(verb, "aux", "aux:pass", "mark") == NONE;
            case "VBG" -> {
                int be = sentence.dependent(verb, "aux");
                yield be != NONE
                        && (sentence.xpos(be).equals("VBZ") || sentence.xpos(be).equals("VBP"));
            }
            default -> false;
        };
    }

    /** Whether a verb stands with "had". */
    boolean isPastPerfect(int verb) {
        int auxiliary = sentence.dependent(verb, "aux");
        return auxiliary != NONE && sentence.lower(auxiliary).equals("had");
    }

    /** Whether a verb tells of what has been, by itself or with "has", "had" or "was". */
    boolean isDone(int verb) {
        if (!sentence.upos(verb).equals("VERB")) {
            return false;
        }
        boolean past = false;
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.xpos(i).equals("MD")
                    || (sentence.is(i, "mark") && sentence.lower(i).equals("to"))) {
                return false;
            }
            boolean helps = sentence.isKindOf(i, "aux");
            boolean perfect =
                    sentence.lemma(i).equals("have") && sentence.xpos(verb).equals("VBN");
            past |= helps && (sentence.xpos(i).equals("VBD") || perfect);
        }
        // The tagger may take a past tense for a participle.
        boolean finite = sentence.xpos(verb).equals("VBN")
                && ownSubject(verb) != NONE
                && sentence.dependent(verb, "aux", "aux:pass") == NONE
                && !sentence.isKindOf(verb, "acl");
        return past || finite || sentence.xpos(verb).equals("VBD");
    }

    /** Whether a verb stands with "has" or "have". */
    boolean isPerfect(int verb) {
        int auxiliary = sentence.dependent(verb, "aux");
        return auxiliary != NONE
                && sentence.xpos(auxiliary).startsWith("VB")
                && sentence.lemma(auxiliary).equals("have")
                && !sentence.xpos(auxiliary).equals("VBD");
    }

    /** The verb that a verb hangs on; NONE when there is none. */
    int governor(int verb) {
        return sentence.head(verb);
    }

    /** The object of a verb, also where the tree takes its particle for a preposition: "handed over the keys"; NONE without one. */
    int object(int verb) {
        int object = sentence.dependent(verb, "obj");
        for (int i = sentence.firstDependent(verb); object == NONE && i != NONE; i = sentence.nextDependent(i)) {
            int mark = i > verb && sentence.is(i, "obl") ? sentence.dependent(i, "case") : NONE;
            boolean particle = mark == verb + 1 && words.is(sentence.lower(mark), WordUse.PARTICLE);
            object = particle ? i : NONE;
        }
        return object;
    }

    /** "has yet to meet" */
    boolean isYet(int verb) {
        return verb > 1 && sentence.lower(verb - 2).equals("yet");
    }

    /** "failed to meet" */
    boolean isFailing(int verb) {
        int head = sentence.head(verb);
        return head != NONE && sentence.is(verb, "xcomp") && words.is(sentence.lemma(head), WordUse.FAILING);
    }

    /** "no boat will sail" */
    boolean hasNegativeSubject(int verb) {
        int subject = ownSubject(verb);
        if (subject == NONE) {
            return false;
        }
        int determiner = sentence.dependent(subject, "det", "cc:preconj");
        // "Neither the union nor the firm will", where the tree gives the word to the verb.
        int before = sentence.left(subject) - 1;
        boolean neither = before >= 0 && sentence.lower(before).equals("neither") && sentence.head(before) == verb;
        return neither || isNo(subject) || (determiner != NONE && isNo(determiner));
    }

    private boolean isNo(int token) {
        return words.is(sentence.lower(token), WordUse.NO);
    }

    /** Whether a verb is an infinitive with "to". */
    boolean hasTo(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.is(i, "mark") && sentence.lower(i).equals("to")) {
                return true;
            }
        }
        return false;
    }

    boolean isPassive(int verb) {
        return sentence.dependent(verb, "aux:pass") != NONE
                || (sentence.xpos(verb).equals("VBN") && sentence.dependent(verb, "nsubj:pass", "csubj:pass") != NONE);
    }

    /** The noun behind "by" that does what a passive or a noun tells; NONE when there is none. */
    int agent(int word) {
        for (int i = sentence.firstDependent(word); i != NONE; i = sentence.nextDependent(i)) {
            if (i > word && (sentence.isKindOf(i, "obl") || sentence.is(i, "nmod"))) {
                int mark = sentence.dependent(i, "case");
                if (mark != NONE && sentence.lower(mark).equals("by")) {
                    return i;
                }
            }
        }
        return NONE;
    }

    /** The subject of a verb, shared with the verbs above it where it has none of its own; NONE when there is none. */
    int subject(int verb) {
        int at = verb;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            int subject = ownSubject(at);
            if (subject != NONE) {
                return isRelative(subject, at) ? sentence.head(at) : subject;
            }
            int head = sentence.head(at);
            if (head == NONE) {
                return NONE;
            }
            switch (sentence.relation(at)) {
                case "acl", "acl:relcl" -> {
                    return head;
                }
                case "conj" -> {
                    if (!isVerbal(head)) {
                        return NONE;
                    }
                    at = head;
                }
                case "advcl" -> {
                    int charged = charged(at, head);
                    if (charged != NONE) {
                        return charged;
                    }
                    at = head;
                }
                case "parataxis" -> {
                    // The tree may hang "will march" on "Students, who disagree,".
                    if (isNominal(head) && head < at) {
                        return head;
                    }
                    at = head;
                }
                case "xcomp" -> {
                    int object = sentence.dependent(head, "obj", "iobj");
                    if (object != NONE && object < at) {
                        return object;
                    }
                    at = head;
                }
                case "ccomp", "cop", "aux", "aux:pass" -> at = head;
                default -> {
                    return NONE;
                }
            }
        }
        return NONE;
    }

    /** "accused the government of breaking": who is accused of it; NONE when nobody is. */
    private int charged(int gerund, int verb) {
        int mark = sentence.dependent(gerund, "mark");
        int object = sentence.dependent(verb, "obj", "iobj");
        boolean charges = mark != NONE
                && mark < gerund
                && object != NONE
                && object < mark
                && sentence.xpos(gerund).equals("VBG")
                && words.is(sentence.lower(mark), WordUse.CHARGE);
        return charges ? object : NONE;
    }

    /** What a relative pronoun stands for; any other subject itself. */
    int meant(int subject, int verb) {
        return subject != NONE && isRelative(subject, verb) ? sentence.head(verb) : subject;
    }

    /** The subject that hangs on a verb itself. */
    int ownSubject(int verb) {
        int active = sentence.lastSubject(verb);
        return active != NONE ? active : sentence.dependent(verb, "nsubj:pass", "nsubj:outer", "csubj");
    }

    private boolean isRelative(int subject, int verb) {
        return sentence.is(verb, "acl:relcl")
                && switch (sentence.xpos(subject)) {
                    case "WDT", "WP" -> true;
                    default -> false;
                };
    }

    boolean isVerbal(int token) {
        return switch (sentence.upos(token)) {
            case "VERB", "AUX" -> true;
            default -> false;
        };
    }

    boolean isNominal(int token) {
        return switch (sentence.upos(token)) {
            case "NOUN", "PROPN", "PRON", "NUM" -> true;
            default -> false;
        };
    }

    /** Whether a word that stands before a verb or beside its auxiliary denies it. */
    boolean isNegated(int verb) {
        int to = sentence.dependent(verb, "mark");
        if (to > 0 && to < verb && sentence.lower(to).equals("to")) {
            // "vowed never to go": the tree gives the word to the first verb.
            if (isNot(to - 1) || words.is(sentence.lower(to - 1), WordUse.NO)) {
                return true;
            }
        }
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            // "no longer"
            boolean longer = sentence.lower(i).equals("longer") && i > 0 && isNo(i - 1);
            if (isNot(i) || longer) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word denies a verb. */
    boolean isNot(int token) {
        return words.is(sentence.lower(token), WordUse.NOT);
    }
}
