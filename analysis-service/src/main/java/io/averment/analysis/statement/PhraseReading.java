package io.averment.analysis.statement;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phrase around a noun or pronoun of a sentence as somebody: the name told from its title and apposition, and never cut. Linear
 * in the phrase.
 */
public final class PhraseReading {

    /** The longest title before a name, in tokens. */
    private static final int LONGEST_TITLE = 6;

    private final ParsedText text;
    private final ParsedSentence sentence;

    public PhraseReading(ParsedText text, ParsedSentence sentence) {
        this.text = text;
        this.sentence = sentence;
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
            if (other == null) {
                other = personAt(apposition, sentence.right(head));
            }
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

    /** A whole stretch as it stands. */
    Source stretch(int from, int to) {
        Span span = sentence.span(from, to);
        return new Source(List.of(span), span, null, false);
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

    /** Where the first relative clause of a stretch begins; {@link ParsedSentence#NONE} when it has none. */
    int relativeStart(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isRelative(i)) {
                return i;
            }
        }
        return ParsedSentence.NONE;
    }

    /** Whether a relative clause begins. */
    private boolean isRelative(int token) {
        return sentence.xpos(token).startsWith("W");
    }

    /** The offset of what stands before a token, marks of quotations included. */
    private int before(int token) {
        return token == 0 ? sentence.start(0) : sentence.start(token - 1);
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
    @Nullable
    Span personIn(Span stretch) {
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

    /** The person's name that begins with a token; null when none does. */
    @Nullable
    Span personFrom(int token) {
        return personAt(token, sentence.size());
    }

    /** The only person's name of a stretch if it begins with a token, where the tree cut it in two; null when it is not so. */
    private @Nullable Span personAt(int token, int to) {
        int number = text.nameAt(sentence.start(token));
        if (number == text.names.size()) {
            return null;
        }
        Name name = text.names.get(number);
        boolean person = name.type() == NameType.PERSON
                && name.span().start() == sentence.start(token)
                && name.span().end() <= sentence.end(to - 1);
        boolean alone = number + 1 == text.names.size()
                || text.names.get(number + 1).span().start() >= sentence.end(to - 1)
                || text.names.get(number + 1).type() != NameType.PERSON;
        return person && alone ? name.span() : null;
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
