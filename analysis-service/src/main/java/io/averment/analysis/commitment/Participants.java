package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;

/** Tells what kind of thing the head of a phrase stands for. Logarithmic in the names of the text. */
final class Participants {

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
    private final WordUses words;

    Participants(ParsedText text, WordUses words) {
        this.text = text;
        this.words = words;
    }

    Kind kind(ParsedSentence sentence, int token) {
        if (token == NONE) {
            return Kind.EMPTY;
        }
        return switch (sentence.upos(token)) {
            case "PRON", "DET" -> pronoun(sentence, token);
            case "PROPN" -> name(sentence, token);
            case "NOUN", "NUM", "ADJ" -> noun(sentence, token);
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

    private Kind noun(ParsedSentence sentence, int token) {
        String lemma = sentence.lemma(token);
        if (words.is(lemma, WordUse.COURSE) || words.is(sentence.lower(token), WordUse.COURSE)) {
            return Kind.COURSE;
        }
        if (words.is(lemma, WordUse.AGENT) || words.is(sentence.lower(token), WordUse.MANY)) {
            return Kind.AGENT;
        }
        return namesBody(sentence, token) ? Kind.AGENT : Kind.THING;
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
