package io.averment.analysis.statement;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who the subject of a cue is, in its sentence's tree. Bounded steps up the tree, linear in the phrase. */
public final class SourceReading {

    /** How many coordinated and governing verbs are climbed for a subject that a cue shares. */
    private static final int HIGHEST = 6;

    /** How many tokens before a cue its subject is looked for without help of the tree. */
    private static final int FURTHEST = 12;

    /** The longest title before a name, in tokens. */
    private static final int LONGEST_TITLE = 6;

    /** How many behind it. */
    private static final int NEAREST = 7;

    private final ParsedText text;
    private final ParsedSentence sentence;

    public SourceReading(ParsedText text, ParsedSentence sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /** Who speaks; null when the sentence does not say. */
    @Nullable
    Source of(int cue, List<Span> content) {
        if (sentence.upos(cue).equals("NOUN")) {
            return ofNoun(cue);
        }
        Source source = ofVerb(cue);
        if (source == null && isMainVerbTakenForParticiple(cue)) {
            return phrase(sentence.head(cue));
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
        return before ? stretch(sentence.left(head), cue) : beside(cue, content);
    }

    /** A whole stretch as it stands. */
    Source stretch(int from, int to) {
        Span span = sentence.span(from, to);
        return new Source(List.of(span), span, null, false);
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

    /** The head of a stretch that is nothing but a noun's phrase; {@link ParsedSentence#NONE} when it is more or none. */
    int nominal(int from, int to) {
        int head = ParsedSentence.NONE;
        for (int i = from; i < to; i++) {
            String upos = sentence.upos(i);
            boolean pronoun = upos.equals("PRON") && !sentence.is(i, "nmod:poss");
            if (head != ParsedSentence.NONE && isRelative(i)) {
                // What tells more of somebody: "Roe, who built it, said".
                return head;
            }
            if (upos.equals("VERB") || upos.equals("AUX") || pronoun) {
                return ParsedSentence.NONE;
            }
            boolean leavesStretch = sentence.head(i) < from || sentence.head(i) >= to;
            if (head == ParsedSentence.NONE && (upos.equals("NOUN") || upos.equals("PROPN")) && leavesStretch) {
                head = i;
            }
        }
        return head;
    }

    /** Whether a relative clause begins. */
    private boolean isRelative(int token) {
        return sentence.xpos(token).startsWith("W");
    }

    /** Where the first relative clause of a stretch begins; {@link ParsedSentence#NONE} when it has none. */
    int relativeStart(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isRelative(i)) {
                return i;
            }
        }
        return ParsedSentence.NONE;
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

    /** The offset of what stands before a token, marks of quotations included. */
    private int before(int token) {
        return token == 0 ? sentence.start(0) : sentence.start(token - 1);
    }

    /** Where the tree lost the subject: the noun or pronoun nearest before the cue, else just behind it, outside what was said. */
    private @Nullable Source beside(int cue, List<Span> content) {
        for (int i = cue - 1; i >= Math.max(0, cue - FURTHEST); i--) {
            if (isElsewhere(sentence.start(i), content) || sentence.lower(i).equals(":")) {
                break;
            }
            if ((isNominal(i) || (i == cue - 1 && isStanding(i))) && !text.isCalendar(sentence, i)) {
                int head = top(i, cue);
                return isElsewhere(sentence.start(head), content) ? phrase(i) : phrase(head);
            }
        }
        for (int i = cue + 1; i < Math.min(sentence.size(), cue + NEAREST); i++) {
            boolean ends = sentence.isPunctuation(i) && !sentence.lower(i).equals("-");
            if (isElsewhere(sentence.start(i), content) || ends) {
                break;
            }
            // A surname that is a word as well is an adjective to the tree: said Small.
            if (isNominal(i) || (i == cue + 1 && isCapital(i))) {
                return phrase(topBehind(i, cue));
            }
        }
        return null;
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
        while (sentence.head(at) > cue && isNominal(sentence.head(at))) {
            at = sentence.head(at);
        }
        return at;
    }

    private @Nullable Source ofVerb(int cue) {
        int at = cue;
        for (int step = 0; step < HIGHEST && at != ParsedSentence.NONE; step++) {
            if (isPassive(at)) {
                int agent = agent(at);
                return agent == ParsedSentence.NONE ? null : phrase(agent);
            }
            int subject = sentence.lastSubject(at);
            if (subject != ParsedSentence.NONE) {
                return sentence.upos(subject).equals("PRON") && sentence.is(at, "acl:relcl")
                        ? relative(subject, at)
                        : phrase(subject);
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
                        return phrase(object);
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
                return phrase(subject);
            }
        }
        return phrase(noun);
    }

    private @Nullable Source byAgent(int verb) {
        int agent = agent(verb);
        return agent == ParsedSentence.NONE ? null : phrase(agent);
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
            return phrase(owner);
        }
        int agent = agent(noun);
        if (agent != ParsedSentence.NONE) {
            return phrase(agent);
        }
        int head = sentence.head(noun);
        if (head != ParsedSentence.NONE
                && sentence.is(noun, "obj")
                && sentence.upos(head).equals("VERB")) {
            return ofVerb(head);
        }
        int name = sentence.dependent(noun, "compound");
        return name != ParsedSentence.NONE && sentence.upos(name).equals("PROPN") ? phrase(name) : null;
    }

    private Source relative(int pronoun, int clause) {
        int noun = bearer(sentence.head(clause));
        if (sentence.lower(pronoun).equals("who")
                && pronoun > 0
                && sentence.lower(pronoun - 1).equals(",")) {
            noun = whose(noun);
        }
        Source antecedent = phrase(noun);
        Span own = sentence.span(pronoun, pronoun + 1);
        return new Source(
                List.of(antecedent.named(), own), antecedent.named(), antecedent.description(), antecedent.isPronoun());
    }

    /** Who is meant behind a comma: not the talks in {@code a source close to the talks, who ...}. */
    private int whose(int noun) {
        int at = noun;
        for (int step = 0; step < HIGHEST && personIn(sentence.span(at, at + 1)) == null; step++) {
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

    /** What describes a noun; no ticker or party in brackets. */
    private int apposition(int head) {
        int apposition = sentence.dependent(head, "appos");
        boolean bracketed = apposition != ParsedSentence.NONE
                && sentence.left(apposition) > 0
                && (sentence.lower(sentence.left(apposition) - 1).equals("(")
                        || sentence.lower(sentence.left(apposition)).equals("("));
        return bracketed ? ParsedSentence.NONE : apposition;
    }

    /** The phrase around a noun or pronoun. */
    public Source phrase(int head) {
        if (sentence.upos(head).equals("PRON")) {
            Span pronoun = sentence.span(head, head + 1);
            return new Source(List.of(pronoun), pronoun, null, isPersonal(head));
        }
        int from = coreStart(head);
        int to = coreEnd(head);
        Span core = sentence.span(from, to);
        int apposition = apposition(head);
        Span named = personIn(core);
        if (named != null) {
            Span description = named.start() > core.start()
                    ? trimmed(core.start(), named.start())
                    : apposition == ParsedSentence.NONE ? null : full(apposition);
            return new Source(List.of(named), named, description, false);
        }
        if (apposition != ParsedSentence.NONE && apposition > head) {
            Span other = personIn(full(apposition));
            if (other != null) {
                return new Source(List.of(other), other, core, false);
            }
            return new Source(List.of(core), core, full(apposition), false);
        }
        Span run = properName(head, from, to);
        if (run != null) {
            Span title = run.start() > core.start() ? trimmed(core.start(), run.start()) : null;
            return new Source(List.of(run), run, title, false);
        }
        return new Source(List.of(core), core, null, false);
    }

    /** The proper nouns that end a phrase without a determiner, such as "captain Ana Vale"; null when it is not built so. */
    private @Nullable Span properName(int head, int from, int to) {
        int start = to;
        while (start > 0 && sentence.upos(start - 1).equals("PROPN") && !text.isQuoted(sentence.start(start - 1))) {
            start--;
        }
        start = nameStart(start, from, to);
        boolean plain = start <= head && start < to && start < from + LONGEST_TITLE;
        if (!plain || start == from || sentence.upos(from).equals("DET")) {
            return null;
        }
        return sentence.span(start, to);
    }

    /** A name is not cut where its first words are no proper nouns to the tree: {@code the White House}. */
    private int nameStart(int start, int from, int to) {
        int name = start < to ? text.nameAt(sentence.start(start)) : text.names.size();
        if (name == text.names.size() || text.names.get(name).span().start() >= sentence.start(start)) {
            return start;
        }
        return Math.max(from, sentence.tokenAt(text.names.get(name).span().start()));
    }

    private boolean isPersonal(int pronoun) {
        return sentence.xpos(pronoun).startsWith("PRP");
    }

    private int coreStart(int head) {
        int from = sentence.left(head);
        while (from < head
                && (sentence.isPunctuation(from)
                        || sentence.is(from, "case")
                        || sentence.is(from, "fixed")
                        || sentence.is(from, "cc")
                        || (sentence.upos(from).equals("VERB") && text.isQuoted(before(from))))) {
            from++;
        }
        boolean named = from < head && sentence.upos(head).equals("PROPN");
        return named && sentence.lower(from).equals("the") ? from + 1 : from;
    }

    /** Up to what only tells more: relative clauses, appositions, what stands behind a comma. */
    private int coreEnd(int head) {
        int to = sentence.right(head);
        for (int i = sentence.firstDependent(head); i != ParsedSentence.NONE; i = sentence.nextDependent(i)) {
            if (i > head) {
                String relation = sentence.relation(i);
                if (relation.startsWith("acl")
                        || relation.equals("appos")
                        || (relation.equals("nmod") && text.isCalendar(sentence, i))
                        || relation.equals("parataxis")
                        || relation.equals("case")
                        || (relation.equals("punct") && !sentence.lower(i).equals("-"))) {
                    to = Math.min(to, sentence.left(i));
                    break;
                }
            }
        }
        for (int i = head + 2; i < to; i++) {
            if (isRelative(i) && sentence.lower(i - 1).equals(",")) {
                return i - 1;
            }
        }
        return Math.max(to, head + 1);
    }

    private Span full(int head) {
        return sentence.span(coreStart(head), coreEnd(head));
    }

    /** The only person's name in a stretch; null when there is none or there are more. */
    private @Nullable Span personIn(Span stretch) {
        Span found = null;
        for (int i = text.nameAt(stretch.start()); i < text.names.size(); i++) {
            Name name = text.names.get(i);
            if (name.span().start() >= stretch.end()) {
                break;
            }
            if (name.type() == NameType.PERSON && stretch.contains(name.span()) && !isOfAnother(name.span(), stretch)) {
                if (found != null) {
                    return null;
                }
                found = name.span();
            }
        }
        return found;
    }

    /** Whether a name stands behind a preposition or a possessive within its stretch: {@code an advisor to Ahmed Hassan}. */
    private boolean isOfAnother(Span name, Span stretch) {
        int at = sentence.tokenAt(name.end() - 1);
        if (isOfNext(at, stretch)) {
            return true;
        }
        while (at != ParsedSentence.NONE
                && sentence.start(at) >= stretch.start()
                && sentence.start(at) < stretch.end()) {
            boolean behindPreposition =
                    sentence.is(at, "nmod") && sentence.dependent(at, "case") != ParsedSentence.NONE;
            if (behindPreposition || sentence.is(at, "nmod:poss") || sentence.is(at, "conj")) {
                return true;
            }
            at = sentence.head(at);
        }
        return false;
    }

    /** Whether a name only tells which one: {@code a Roe confidant}. */
    private boolean isOfNext(int last, Span stretch) {
        return sentence.is(last, "compound")
                && sentence.head(last) > last
                && sentence.end(sentence.head(last)) <= stretch.end()
                && sentence.upos(sentence.head(last)).equals("NOUN");
    }

    private @Nullable Span trimmed(int start, int end) {
        Span span = Blanks.trim(text.text, start, end);
        int to = span.end();
        while (to > span.start() && ",".indexOf(text.text.charAt(to - 1)) >= 0) {
            to--;
        }
        return span.start() < to ? new Span(span.start(), to) : null;
    }
}
