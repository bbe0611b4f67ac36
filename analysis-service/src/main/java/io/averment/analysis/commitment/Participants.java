package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.util.List;

/** Tells what kind of thing the head of a phrase stands for. Logarithmic in the names and times of the text. */
final class Participants {

    private static final int SHORTEST_PERSON = 5;
    private static final int SHORTEST_ENDING = 2;
    private static final int LONGEST_ENDING = 5;

    /** What a phrase stands for, as far as undertakings go. */
    enum Kind {
        /** People and bodies, which can undertake something. */
        AGENT,
        /** Weather, prices, feelings: what takes its course. */
        COURSE,
        /** A word without a meaning of its own, or one that stands for a whole sentence. */
        EMPTY,
        /** The reader. */
        ADDRESSEE,
        /** Anything else: what is done, built, held. */
        THING
    }

    private final ParsedText text;
    private final List<TimeExpression> times;
    private final WordUses words;

    Participants(ParsedText text, List<TimeExpression> times, WordUses words) {
        this.text = text;
        this.times = List.copyOf(times);
        this.words = words;
    }

    Kind kind(ParsedSentence sentence, int token) {
        if (token == NONE) {
            return Kind.EMPTY;
        }
        if (words.is(sentence.lower(token), WordUse.FEAST)) {
            return Kind.COURSE;
        }
        return switch (sentence.upos(token)) {
            case "PRON", "DET" -> pronoun(sentence, token);
            case "PROPN" -> name(sentence, token);
            case "NOUN", "NUM", "ADJ", "SYM" -> noun(sentence, token);
            default -> Kind.EMPTY;
        };
    }

    private Kind pronoun(ParsedSentence sentence, int token) {
        String word = sentence.lower(token);
        if (words.is(word, WordUse.ACTING_PRONOUN)) {
            return Kind.AGENT;
        }
        if (words.is(word, WordUse.ADDRESSEE)) {
            return Kind.ADDRESSEE;
        }
        return words.is(word, WordUse.THING_PRONOUN) ? Kind.THING : Kind.EMPTY;
    }

    private Kind name(ParsedSentence sentence, int token) {
        if (isTime(sentence, token) || isStorm(sentence, token)) {
            return Kind.COURSE;
        }
        int index = text.nameAt(sentence.start(token));
        if (index < text.names.size()) {
            Name name = text.names.get(index);
            if (name.span().start() <= sentence.start(token)) {
                // What has a name of its own and an act to do is a body, whatever else it is.
                return text.isCalendar(sentence, token) ? Kind.COURSE : Kind.AGENT;
            }
        }
        return text.isCalendar(sentence, token) ? Kind.COURSE : Kind.AGENT;
    }

    /** "Storm Edda", whichever of the words the tree takes for the head. */
    private boolean isStorm(ParsedSentence sentence, int token) {
        boolean behind = token > 0 && words.is(sentence.lower(token - 1), WordUse.TEMPEST);
        boolean itself = words.is(sentence.lower(token), WordUse.TEMPEST)
                && token + 1 < sentence.size()
                && sentence.upos(token + 1).equals("PROPN");
        return behind || itself;
    }

    private Kind noun(ParsedSentence sentence, int token) {
        String lemma = sentence.lemma(token);
        if (words.is(lemma, WordUse.COURSE) || words.is(sentence.lower(token), WordUse.COURSE)) {
            return Kind.COURSE;
        }
        if (isTime(sentence, token)) {
            return Kind.COURSE;
        }
        if (words.is(lemma, WordUse.AGENT) || words.is(sentence.lower(token), WordUse.MANY)) {
            return Kind.AGENT;
        }
        int apposition = sentence.dependent(token, "appos");
        boolean named = namesBody(sentence, token) || (apposition != NONE && namesBody(sentence, apposition));
        return named || isPersonal(lemma) ? Kind.AGENT : Kind.THING;
    }

    /** Whether a noun ends as nouns for people do, and nothing else is known of it: "bricklayer". */
    private boolean isPersonal(String lemma) {
        if (lemma.length() < SHORTEST_PERSON
                || words.is(lemma, WordUse.INERT)
                || words.is(lemma, WordUse.DEED)
                || words.is(lemma, WordUse.VEHICLE)) {
            return false;
        }
        for (int length = LONGEST_ENDING; length >= SHORTEST_ENDING; length--) {
            if (words.is(lemma.substring(lemma.length() - length), WordUse.ENDING)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is part of a time: "Christmas", "2029". */
    boolean isTime(ParsedSentence sentence, int token) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).span().end() <= sentence.start(token)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < times.size() && times.get(low).span().start() <= sentence.start(token);
    }

    /** Whether a noun ends the name of a body or of people: "the Harbour Works". */
    private boolean namesBody(ParsedSentence sentence, int token) {
        int index = text.nameAt(sentence.start(token));
        if (index == text.names.size() || text.names.get(index).span().start() > sentence.start(token)) {
            return false;
        }
        NameType type = text.names.get(index).type();
        return type == NameType.ORGANIZATION || type == NameType.PERSON || type == NameType.GROUP;
    }
}
