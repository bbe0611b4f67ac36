package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.commitment.Deadline;
import io.averment.analysis.conflict.ConflictWords.Use;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commitments of a document, and what their sentences say of them. Not thread-safe; linear in the text. */
final class Undertakings {

    /** How many commitments are compared with each other; a report has fewer. */
    private static final int MOST = 200;

    /** The unit of hundredths, however they are written. */
    static final String PERCENT = "percent";

    /** How many digits stand between two commas of a number. */
    private static final int GROUP = 3;

    /** How many words a noun may stand above its length. */
    private static final int HIGHEST = 4;

    /** How many topics of one are kept. */
    private static final int MOST_TOPICS = 24;

    private final ConflictWords words;
    private final Quantities quantities;
    private final String text;
    private final List<ParsedSentence> sentences;

    /** The positions of the text that its times cover. */
    private final BitSet timed = new BitSet();

    private final List<Undertaking> all = new ArrayList<>();

    Undertakings(Document document, ConflictWords words, Quantities quantities) {
        this.words = words;
        this.quantities = quantities;
        this.text = document.text();
        this.sentences = ParsedSentence.of(document);
        Map<String, TimeExpression> times = new HashMap<>();
        for (TimeExpression time : document.get(TimeAnnotator.TIMES)) {
            times.put(time.id(), time);
            timed.set(time.span().start(), time.span().end());
        }
        for (Commitment commitment : document.get(CommitmentAnnotator.COMMITMENTS)) {
            ParsedSentence sentence = sentenceAt(commitment.trigger().start());
            if (all.size() < MOST && sentence != null) {
                all.add(undertaking(commitment, sentence, times));
            }
        }
    }

    List<Undertaking> all() {
        return all;
    }

    /** When something is due, in the words of the text: {@code by September 2026}. */
    String due(Undertaking undertaking) {
        Deadline deadline = undertaking.commitment().deadline();
        return deadline == null ? "" : deadline.words().of(text);
    }

    /** How many of something a noun's phrase counts; 0 when it does not say, or tells a time. */
    BigDecimal quantity(ParsedSentence sentence, int noun) {
        return quantities.of(sentence, noun, timed);
    }

    /** The noun that a length is said of: {@code a two-year timeline}, {@code a timeline of two years}. */
    int measured(ParsedSentence sentence, int token) {
        int at = token;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            int head = sentence.head(at);
            if (head == NONE) {
                return NONE;
            }
            String relation = sentence.relation(at);
            if (!relation.equals("compound")
                    && !relation.equals("amod")
                    && !relation.startsWith("nmod")
                    && !relation.equals("nummod")) {
                return NONE;
            }
            if (sentence.upos(head).equals("NOUN") && !words.is(sentence.lemma(head), Use.UNIT)) {
                return head;
            }
            at = head;
        }
        return NONE;
    }

    /** The number that a token ends, where it counts what was named before; 0 when it is none. */
    BigDecimal quantityAlone(ParsedSentence sentence, int token) {
        return quantities.alone(sentence, token, timed);
    }

    /** Whether a token belongs to words that say when. */
    boolean isTimed(ParsedSentence sentence, int token) {
        return timed.get(sentence.start(token));
    }

    /** A quantity for people: without zeros that say nothing, thousands set apart: {@code 25,000,000}. */
    static String digits(BigDecimal quantity) {
        StringBuilder digits = new StringBuilder(quantity.stripTrailingZeros().toPlainString());
        int point = digits.indexOf(".");
        for (int i = (point < 0 ? digits.length() : point) - GROUP; i > 0; i -= GROUP) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /** The act in the words of the text. */
    String words(Undertaking undertaking) {
        return undertaking.commitment().act().of(text);
    }

    /** The sentence that holds a position. */
    @Nullable
    ParsedSentence sentenceAt(int offset) {
        int at = ParsedSentence.at(sentences, offset);
        return at < 0 ? null : sentences.get(at);
    }

    private Undertaking undertaking(Commitment commitment, ParsedSentence sentence, Map<String, TimeExpression> times) {
        Deadline deadline = commitment.deadline();
        TimeExpression time = deadline == null ? null : times.get(deadline.time());
        int head = sentence.headOrNearest(commitment.act());
        String verb = sentence.lemma(head);
        Set<String> topics = new HashSet<>();
        addTopics(sentence, commitment.act(), topics);
        int subject = sentence.dependent(head, "nsubj", "nsubj:pass", "nsubj:outer");
        if (subject != NONE) {
            addTopics(sentence, sentence.left(subject), sentence.right(subject), topics);
        }
        Span object = commitment.object();
        if (object != null) {
            addTopics(sentence, object, topics);
        }
        Set<String> distinct = new HashSet<>();
        if (subject != NONE) {
            addDistinct(sentence, sentence.left(subject), sentence.right(subject), distinct);
        }
        if (object != null) {
            addDistinct(sentence, sentence.tokenAt(object.start()), sentence.tokenAt(object.end()), distinct);
        }
        int counted = counted(sentence, head);
        BigDecimal quantity = counted == NONE ? BigDecimal.ZERO : quantity(sentence, counted);
        return new Undertaking(
                commitment,
                verb,
                topics,
                distinct,
                subject != NONE && sentence.upos(subject).equals("PRON"),
                isIndefinite(sentence, head),
                ParsedSentence.at(sentences, commitment.trigger().start()),
                time == null || deadline == null || deadline.relation() == Deadline.Relation.BEFORE
                        ? null
                        : time.earliest(),
                deadline == null ? null : deadline.latest(),
                words.is(verb, Use.BEGINNING) || hasBeginning(sentence, head),
                quantity,
                quantity.signum() == 0 ? "" : unit(sentence.lemma(counted)));
    }

    /** "will see the start of": the act's object says that it begins. */
    private boolean hasBeginning(ParsedSentence sentence, int head) {
        int object = sentence.dependent(head, "obj");
        return object != NONE && words.is(sentence.lemma(object), Use.BEGINNING);
    }

    private void addTopics(ParsedSentence sentence, Span span, Set<String> topics) {
        addTopics(sentence, sentence.tokenAt(span.start()), sentence.tokenAt(span.end()), topics);
    }

    /** The nouns of a stretch that say what is spoken of. */
    void addTopics(ParsedSentence sentence, int from, int to, Set<String> topics) {
        for (int i = from; i < to && topics.size() < MOST_TOPICS; i++) {
            String upos = sentence.upos(i);
            if (upos.equals("NOUN") || upos.equals("PROPN")) {
                String lemma = sentence.lemma(i);
                if (!isEmpty(lemma) && !isTime(lemma)) {
                    topics.add(lemma);
                }
            }
        }
    }

    private boolean isEmpty(String lemma) {
        return words.is(lemma, Use.EMPTY)
                || words.is(lemma, Use.PART)
                || words.is(lemma, Use.UNIT)
                || words.is(lemma, Use.COURSE);
    }

    /** The words of a stretch that tell what it speaks of from others of its kind. */
    private void addDistinct(ParsedSentence sentence, int from, int to, Set<String> distinct) {
        for (int i = from; i < to; i++) {
            if (isDistinct(sentence, i) && distinct.size() < MOST_TOPICS) {
                distinct.add(sentence.lower(i));
            }
        }
    }

    /** Whether a word tells things of a kind apart, as the numbers and ordinals do that are of no time. */
    private boolean isDistinct(ParsedSentence sentence, int token) {
        String word = sentence.lower(token);
        boolean number = sentence.upos(token).equals("NUM") || words.isOrdinal(word);
        return words.is(word, Use.DISTINCT) || (number && !isTimed(sentence, token));
    }

    private static boolean isTime(String lemma) {
        return lemma.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether an act is done to something that is not "the" known one. */
    private boolean isIndefinite(ParsedSentence sentence, int head) {
        int object = sentence.dependent(head, "obj", "nsubj:pass");
        int determiner = object == NONE ? NONE : sentence.dependent(object, "det");
        return determiner != NONE && words.is(sentence.lower(determiner), Use.INDEFINITE);
    }

    private String unit(String lemma) {
        return words.is(lemma, Use.PERCENT) ? PERCENT : lemma;
    }

    /** The noun that an act counts: its object, else its subject. */
    private static int counted(ParsedSentence sentence, int head) {
        for (String relation : new String[] {"obj", "nsubj:pass", "nsubj"}) {
            int noun = sentence.dependent(head, relation);
            if (noun != NONE && sentence.dependent(noun, "nummod") != NONE) {
                return noun;
            }
        }
        return NONE;
    }
}
