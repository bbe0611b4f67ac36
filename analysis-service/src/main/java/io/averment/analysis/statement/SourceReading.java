package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who the subject of a cue is, in its sentence's tree. Bounded steps up the tree, linear in the phrase. */
final class SourceReading {

    /** How many coordinated and governing verbs are climbed for a subject that a cue shares. */
    private static final int HIGHEST = 6;

    /** How many tokens before a cue its subject is looked for without help of the tree. */
    private static final int FURTHEST = 12;

    /** How many behind it. */
    private static final int NEAREST = 7;

    private final ParsedText text;
    private final ParsedSentence sentence;
    private final PhraseReading phrases;
    private final CueLexicon lexicon;

    SourceReading(ParsedText text, ParsedSentence sentence, CueLexicon lexicon) {
        this.lexicon = lexicon;
        this.text = text;
        this.sentence = sentence;
        this.phrases = new PhraseReading(text, sentence);
    }

    /** Who speaks; null when the sentence does not say. */
    @Nullable
    Source of(int cue, List<Span> content) {
        if (sentence.upos(cue).equals("NOUN")) {
            return ofNoun(cue);
        }
        Source source = ofVerb(cue);
        if (source == null && isMainVerbTakenForParticiple(cue)) {
            return phrases.phrase(sentence.head(cue));
        }
        boolean lost = source == null
                ? !isPassive(cue) && isFinite(cue)
                : isElsewhere(source.named().start(), content);
        if (lost && sentence.is(cue, "conj") && sentence.head(cue) < cue && isVerb(sentence.head(cue))) {
            // Who praised somebody criticised him as well: what stands beside the second verb is the first one's
            // object.
            return beside(sentence.head(cue), content);
        }
        return lost ? beside(cue, content) : source;
    }

    private boolean isVerb(int token) {
        return sentence.upos(token).equals("VERB");
    }

    /** {@code Roe, in a tweet, called for calm}, where the tree hangs the verb below the name. */
    private boolean isMainVerbTakenForParticiple(int cue) {
        int head = sentence.head(cue);
        return head != ParsedSentence.NONE
                && head < cue
                && sentence.is(cue, "acl")
                && sentence.xpos(cue).equals("VBN")
                && sentence.is(head, "root")
                && isNominal(head)
                && sentence.lower(cue - 1).equals(",")
                && agent(cue) == ParsedSentence.NONE;
    }

    /** The same beside a quotation, where what the tree takes for a participle is a verb: {@code "...," replied Roe}. */
    @Nullable
    Source ofQuoting(int cue, List<Span> quoted) {
        Source source = of(cue, quoted);
        boolean verb = sentence.upos(cue).equals("VERB") && !sentence.xpos(cue).equals("VBG");
        return source == null && verb && !isPassive(cue) ? beside(cue, quoted) : source;
    }

    /** Of a verb that the tree takes for a noun: the noun that it hangs on, with what stands between them. */
    @Nullable
    Source ofMistaken(int cue, List<Span> content) {
        int head = sentence.head(cue);
        boolean before = head != ParsedSentence.NONE && head < cue && isNominal(head);
        return before ? phrases.stretch(sentence.left(head), cue) : beside(cue, content);
    }

    /** Whether a position lies in what was said, where its speaker does not stand. */
    private boolean isElsewhere(int offset, List<Span> content) {
        for (Span span : content) {
            if (span.start() <= offset && offset < span.end()) {
                return true;
            }
        }
        return text.isQuoted(offset);
    }

    private boolean isPassive(int verb) {
        return sentence.xpos(verb).equals("VBN")
                && sentence.dependent(verb, "nsubj:pass", "aux:pass", "csubj:pass") != ParsedSentence.NONE;
    }

    private boolean isFinite(int verb) {
        return switch (sentence.xpos(verb)) {
            case "VBD", "VBZ", "VBP" -> true;
            case "VBN" -> sentence.is(verb, "root");
            default -> sentence.dependent(verb, "aux") != ParsedSentence.NONE;
        };
    }

    /** Where the tree lost the subject: the noun or pronoun nearest before the cue, else just behind it, outside what was said. */
    private @Nullable Source beside(int cue, List<Span> content) {
        for (int i = cue - 1; i >= Math.max(0, cue - FURTHEST); i--) {
            if (isElsewhere(sentence.start(i), content) || sentence.lower(i).equals(":")) {
                break;
            }
            if ((isNominal(i) || (i == cue - 1 && isStanding(i))) && !text.isCalendar(sentence, i)) {
                int head = top(i, cue);
                return isElsewhere(sentence.start(head), content) ? phrases.phrase(i) : phrases.phrase(head);
            }
        }
        for (int i = cue + 1; i < Math.min(sentence.size(), cue + NEAREST); i++) {
            boolean ends = sentence.isPunctuation(i) && !sentence.lower(i).equals("-");
            if (isElsewhere(sentence.start(i), content) || ends) {
                break;
            }
            Span name = sentence.upos(i - 1).equals("NOUN") ? phrases.personFrom(i) : null;
            if (name != null) {
                // "said by telephone Nadia Rahal"
                return new Source(List.of(name), name, null, false);
            }
            if (isWithin(i, cue)) {
                continue;
            }
            // A surname that is a word as well is an adjective to the tree: said Small.
            if (isNominal(i) || (i == cue + 1 && isCapital(i))) {
                return phrases.phrase(topBehind(i, cue));
            }
        }
        return null;
    }

    /** Whether a token behind a cue belongs to a phrase that says how or when, such as "by telephone", or is a time. */
    private boolean isWithin(int token, int cue) {
        return sentence.dependent(topBehind(token, cue), "case") != ParsedSentence.NONE
                || isBehindPreposition(token)
                || text.isCalendar(sentence, token);
    }

    private boolean isBehindPreposition(int token) {
        return sentence.upos(token).equals("ADP") || sentence.xpos(token - 1).equals("IN");
    }

    /** Whether a determiner or adjective stands for someone: {@code others say}, {@code another wrote}. */
    private boolean isStanding(int token) {
        return switch (sentence.upos(token)) {
            case "DET", "ADJ", "NUM" -> true;
            default -> false;
        };
    }

    private boolean isCapital(int token) {
        return Character.isUpperCase(sentence.form(token).codePointAt(0));
    }

    private boolean isNominal(int token) {
        return switch (sentence.upos(token)) {
            case "NOUN", "PROPN", "PRON" -> true;
            default -> false;
        };
    }

    /** The highest noun above one before the cue. */
    private int top(int token, int cue) {
        int at = token;
        while (sentence.head(at) != ParsedSentence.NONE && sentence.head(at) < cue && isNominal(sentence.head(at))) {
            at = sentence.head(at);
        }
        return at;
    }

    private int topBehind(int token, int cue) {
        int at = token;
        while (sentence.head(at) > cue
                && isNominal(sentence.head(at))
                && (sentence.head(at) > at || !isBehindPreposition(sentence.head(at)))) {
            at = sentence.head(at);
        }
        return at;
    }

    private @Nullable Source ofVerb(int cue) {
        int at = cue;
        for (int step = 0; step < HIGHEST && at != ParsedSentence.NONE; step++) {
            if (isPassive(at)) {
                return byAgent(at);
            }
            int subject = sentence.lastSubject(at);
            if (subject != ParsedSentence.NONE) {
                return ofSubject(subject, at);
            }
            int controlled = controller(at);
            if (controlled != ParsedSentence.NONE) {
                return phrases.phrase(controlled);
            }
            String relation = sentence.relation(at);
            if (sentence.xpos(at).equals("VBN") && (relation.equals("advcl") || relation.startsWith("acl"))) {
                return byAgent(at);
            }
            int head = sentence.head(at);
            if (head == ParsedSentence.NONE) {
                return null;
            }
            switch (relation) {
                case "acl", "acl:relcl" -> {
                    return holder(head);
                }
                case "xcomp" -> {
                    int object = sentence.dependent(head, "obj", "iobj");
                    if (object != ParsedSentence.NONE
                            && at == cue
                            && sentence.dependent(at, "mark") != ParsedSentence.NONE) {
                        return phrases.phrase(object);
                    }
                    at = head;
                }
                case "conj", "advcl", "ccomp", "parataxis", "cop" -> at = head;
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private Source ofSubject(int subject, int verb) {
        boolean relative = sentence.upos(subject).equals("PRON") && sentence.is(verb, "acl:relcl");
        return relative ? relative(subject, verb) : phrases.phrase(subject);
    }

    /**
     * Who does what a gerund behind a preposition says where that is not the verb's own subject: whom one is sued, praised or dismissed
     * "for saying", and the subject of a passive ("was dismissed after saying"); {@link ParsedSentence#NONE} for any other verb.
     */
    private int controller(int verb) {
        int head = sentence.head(verb);
        int mark = sentence.is(verb, "advcl") && sentence.xpos(verb).equals("VBG")
                ? sentence.dependent(verb, "mark", "case")
                : ParsedSentence.NONE;
        if (mark == ParsedSentence.NONE || head == ParsedSentence.NONE || head > verb) {
            return ParsedSentence.NONE;
        }
        boolean blamed = sentence.lower(mark).equals("for") && isBlaming(sentence.lemma(head));
        if (isPassive(head)) {
            int subject = sentence.dependent(head, "nsubj:pass");
            return blamed
                            || (subject != ParsedSentence.NONE
                                    && !sentence.upos(subject).equals("NOUN"))
                    ? subject
                    : ParsedSentence.NONE;
        }
        int object = blamed ? sentence.dependent(head, "obj") : ParsedSentence.NONE;
        return object > head ? object : ParsedSentence.NONE;
    }

    /** A silent e is what guessed lemmas lack. */
    private boolean isBlaming(String lemma) {
        return text.words.is(lemma, Kind.BLAMING) || text.words.is(lemma + 'e', Kind.BLAMING);
    }

    /** The noun that a clause tells of where the tree hung it below a day: {@code a plan on Sunday, which outlined}. */
    private int bearer(int noun) {
        int head = sentence.head(noun);
        if (!text.isCalendar(sentence, noun) || head == ParsedSentence.NONE) {
            return noun;
        }
        int object = sentence.dependent(head, "obj");
        if (object != ParsedSentence.NONE && object < noun) {
            return object;
        }
        return isNominal(head) ? head : noun;
    }

    /** Who speaks in "issued a statement saying": the one who issued it; else what the participle tells of. */
    private @Nullable Source holder(int word) {
        int noun = bearer(word);
        int verb = sentence.head(noun);
        if (verb != ParsedSentence.NONE && sentence.is(noun, "obj")) {
            int subject = sentence.dependent(verb, "nsubj");
            if (subject != ParsedSentence.NONE) {
                return phrases.phrase(subject);
            }
        }
        return phrases.phrase(noun);
    }

    private @Nullable Source byAgent(int verb) {
        int agent = agent(verb);
        return agent == ParsedSentence.NONE ? null : phrases.phrase(agent);
    }

    private int agent(int verb) {
        for (int i = sentence.firstDependent(verb); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (i > verb && (sentence.isKindOf(i, "obl") || sentence.is(i, "nmod"))) {
                int mark = sentence.dependent(i, "case");
                if (mark != ParsedSentence.NONE && sentence.lower(mark).equals("by")) {
                    return i;
                }
            }
        }
        return ParsedSentence.NONE;
    }

    private @Nullable Source ofNoun(int noun) {
        int owner = sentence.dependent(noun, "nmod:poss");
        if (owner != ParsedSentence.NONE) {
            return phrases.phrase(owner);
        }
        int agent = agent(noun);
        if (agent != ParsedSentence.NONE) {
            return phrases.phrase(agent);
        }
        int name = sentence.dependent(noun, "compound");
        if (name != ParsedSentence.NONE && sentence.upos(name).equals("PROPN")) {
            return named(name);
        }
        int head = sentence.head(noun);
        boolean holds = head != ParsedSentence.NONE
                && sentence.is(noun, "obj")
                && sentence.upos(head).equals("VERB")
                && !isOfAnother(head);
        return holds ? ofVerb(head) : null;
    }

    /** A name before a noun, whole where the tree gave its words to the noun one by one: {@code a New York Times report}. */
    private Source named(int token) {
        int number = text.nameAt(sentence.start(token));
        if (number < text.names.size() && text.names.get(number).span().start() <= sentence.start(token)) {
            Span name = text.names.get(number).span();
            return new Source(List.of(name), name, null, false);
        }
        return phrases.phrase(token);
    }

    /** Whether a verb takes up what somebody else said: who denies a report does not make it. */
    private boolean isOfAnother(int verb) {
        Cue cue = lexicon.cue(sentence, verb);
        return cue != null
                && switch (cue.act()) {
                    case DENIES, DECLINES -> true;
                    case ASSERTS, PROMISES, DEMANDS, WARNS, ACCUSES, PROPOSES, CONFIRMS, ASKS, JUDGES, HOLDS, UNKNOWN ->
                        false;
                };
    }

    private Source relative(int pronoun, int clause) {
        int noun = bearer(sentence.head(clause));
        if (sentence.lower(pronoun).equals("who")
                && pronoun > 0
                && sentence.lower(pronoun - 1).equals(",")) {
            noun = whose(noun);
        }
        Source antecedent = phrases.phrase(noun);
        Span own = sentence.span(pronoun, pronoun + 1);
        return new Source(
                List.of(antecedent.named(), own), antecedent.named(), antecedent.description(), antecedent.isPronoun());
    }

    /** Who is meant behind a comma: not the talks in {@code a source close to the talks, who ...}. */
    private int whose(int noun) {
        int at = noun;
        for (int step = 0; step < HIGHEST && phrases.personIn(sentence.span(at, at + 1)) == null; step++) {
            int head = sentence.head(at);
            boolean below = head != ParsedSentence.NONE
                    && head < at
                    && (sentence.dependent(at, "case") != ParsedSentence.NONE
                            || sentence.upos(at).equals("ADJ"));
            if (!below || sentence.upos(head).equals("VERB")) {
                break;
            }
            at = head;
        }
        return isNominal(at) ? at : noun;
    }
}
