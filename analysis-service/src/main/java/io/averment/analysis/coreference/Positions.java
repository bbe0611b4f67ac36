package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.quotation.Quotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each mention stands: in which sentence, in which quotation, and whether as a subject as far as the words around it tell.
 * Immutable.
 */
final class Positions {

    /** Not within quotation marks. */
    static final int OUTSIDE = -1;

    private static final String CLAUSE_MARKS = ",;:\u2014\u2013\"\u201C\u201D\u2018\u2019";

    /** Adverbs and auxiliaries between a subject and its verb. */
    private static final int WORDS_BEFORE_VERB = 2;

    /** Titles and names that stand before a mention within the same phrase; a longer run is a list. */
    private static final int LONGEST_LEAD = 12;

    private final int[] sentences;
    private final int[] quotations;
    private final boolean[] subjects;
    private final boolean[] modifiers;
    private final boolean[] speaking;
    private final boolean[] reported;
    private final Clauses clauses;

    Positions(Reading reading, Lexicon lexicon, List<Mention> mentions, List<Quotation> quoted, Clauses clauses) {
        this.clauses = clauses;
        this.sentences = new int[mentions.size()];
        this.quotations = new int[mentions.size()];
        this.subjects = new boolean[mentions.size()];
        this.modifiers = new boolean[mentions.size()];
        this.speaking = new boolean[mentions.size()];
        this.reported = new boolean[mentions.size()];
        int quotation = 0;
        int partsOf = OUTSIDE;
        int part = 0;
        List<Span> parts = List.of();
        for (int i = 0; i < mentions.size(); i++) {
            Span span = mentions.get(i).span();
            int word = reading.words.firstAt(span.start());
            sentences[i] = word < reading.size() ? reading.sentence(word) : 0;
            subjects[i] = word < reading.size()
                    && (isJoinedTo(reading, word, i == 0 ? null : mentions.get(i - 1))
                            ? subjects[i - 1]
                            : isSubject(reading, lexicon, word, reading.words.firstAt(span.end())));
            modifiers[i] = isModifier(reading, lexicon, mentions.get(i), reading.words.firstAt(span.end()));
            reported[i] = isReported(reading, lexicon, word);
            speaking[i] = isSpeaking(reading, lexicon, reading.words.firstAt(span.end()));
            while (quotation < quoted.size() && quoted.get(quotation).end() <= span.start()) {
                quotation++;
            }
            if (quotation != partsOf) {
                partsOf = quotation;
                parts = quotation < quoted.size() ? quoted.get(quotation).spans() : List.of();
                part = 0;
            }
            while (part < parts.size() && parts.get(part).end() <= span.start()) {
                part++;
            }
            quotations[i] = part < parts.size() && parts.get(part).contains(span) ? quotation : OUTSIDE;
        }
    }

    /** Whether only an "and" or "or" stands between a mention and the one before it. */
    private static boolean isJoinedTo(Reading reading, int word, @Nullable Mention before) {
        return before != null
                && word >= 2
                && (reading.lower(word - 1).equals("and")
                        || reading.lower(word - 1).equals("or"))
                && reading.words.end(word - 2) == before.span().end();
    }

    int sentence(int mention) {
        return sentences[mention];
    }

    /** The number of the quotation around it, or {@link #OUTSIDE}. */
    int quotation(int mention) {
        return quotations[mention];
    }

    /** Whether it only says more of the noun behind it: "Iraqi" in "Iraqi forces", "Iran" in "Iran-backed". */
    boolean isModifier(int mention) {
        return modifiers[mention] || clauses.role(mention) == Clauses.Role.MODIFIER;
    }

    /** Whether a verb of saying follows: "it also said". */
    boolean isSpeaking(int mention) {
        return speaking[mention];
    }

    /** Whether a verb of saying stands right before: "said that it". */
    boolean isReported(int mention) {
        return reported[mention];
    }

    private static boolean isReported(Reading reading, Lexicon lexicon, int word) {
        int verb = word - 1;
        if (verb > 0 && reading.lower(verb).equals("that") && reading.isNext(verb)) {
            verb--;
        }
        return verb >= 0 && word < reading.size() && reading.isNext(verb) && lexicon.isSpeechVerb(reading.lower(verb));
    }

    private static boolean isSpeaking(Reading reading, Lexicon lexicon, int next) {
        for (int i = next; i > 0 && i < reading.size() && i - next <= WORDS_BEFORE_VERB && reading.isNext(i - 1); i++) {
            String word = reading.lower(i);
            if (lexicon.isSpeechVerb(word)) {
                return true;
            }
            if (!lexicon.is(word, "ADVERB") && !lexicon.is(word, "AUXILIARY")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isModifier(Reading reading, Lexicon lexicon, Mention mention, int next) {
        if (mention.form() != Form.NAME || next == 0 || next >= reading.size() || !reading.isNext(next - 1)) {
            return false;
        }
        if (reading.gap(next - 1).contains("-")) {
            return true;
        }
        String behind = reading.lower(next);
        return mention.type() == EntityType.GROUP
                && !mention.head().endsWith("s")
                && !lexicon.isFunctionWord(behind)
                && !lexicon.isSpeechVerb(behind);
    }

    /** Whether it is the subject of a clause: as the parse says; without one, as the words before it tell. */
    boolean isSubject(int mention) {
        return clauses.isParsed(mention) ? clauses.role(mention) == Clauses.Role.SUBJECT : subjects[mention];
    }

    /** Whether a stretch of words begins a clause, titles and articles aside, and owns nothing. */
    private static boolean isSubject(Reading reading, Lexicon lexicon, int from, int to) {
        if (to > from && to <= reading.size() && reading.isPossessive(to - 1)) {
            return false;
        }
        int first = from;
        while (first > 0 && from - first < LONGEST_LEAD && isLeading(reading, lexicon, first)) {
            first--;
        }
        if (reading.startsSentence(first)) {
            return true;
        }
        String gap = reading.gap(first - 1);
        for (int i = 0; i < gap.length(); i++) {
            if (CLAUSE_MARKS.indexOf(gap.charAt(i)) >= 0) {
                return true;
            }
        }
        String before = reading.lower(first - 1);
        return lexicon.is(before, "CONJUNCTION")
                || lexicon.is(before, "RELATIVE")
                || (lexicon.isSpeechVerb(before) && !lexicon.isAddressedVerb(before));
    }

    /** Whether the word before belongs to the same phrase. */
    private static boolean isLeading(Reading reading, Lexicon lexicon, int word) {
        if (reading.startsSentence(word) || !reading.gap(word - 1).isBlank()) {
            return false;
        }
        String before = reading.lower(word - 1);
        return lexicon.is(before, "DETERMINER")
                || lexicon.isTitleWord(before.replace(".", ""))
                || (reading.words.isCapitalised(word - 1)
                        && !lexicon.isFunctionWord(before)
                        && !reading.startsSentence(word - 1));
    }
}
