package io.averment.analysis.statement;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises words that a name and a colon alone attribute: the turns of a transcript ({@code Q: ...}, {@code SPEAKER: ...}), and
 * headlines ({@code Ministry: talks to resume}). Linear in the paragraphs.
 */
final class Turns {

    /** A text with fewer paragraphs of this kind is no transcript. */
    private static final int FEWEST = 3;

    /** The longest name of a speaker, in tokens. */
    private static final int LONGEST = 10;

    private final ParsedText text;
    private final Set<String> labels;

    /** @param labels what is no speaker before a headline's colon, in lower case */
    Turns(ParsedText text, Set<String> labels) {
        this.text = text;
        this.labels = labels;
    }

    /** A paragraph whose words follow a colon. */
    private record Turn(int sentence, int colon, int speaker, Span words) {}

    /** Adds the turns of a transcript, in order; what they hold counts as quoted. */
    void read(List<Draft> drafts) {
        List<Turn> turns = new ArrayList<>();
        for (Span paragraph : text.paragraphs) {
            Turn turn = turn(paragraph);
            if (turn != null) {
                turns.add(turn);
            }
        }
        if (turns.size() < FEWEST) {
            return;
        }
        for (Turn turn : turns) {
            Draft draft = draft(turn);
            draft.isVerbatim = true;
            drafts.add(draft);
            text.addVerbatim(turn.words);
        }
    }

    /** Adds what the headline says, if a name and a colon begin it. */
    void readHeadline(List<Draft> drafts) {
        if (text.paragraphs.isEmpty()) {
            return;
        }
        Turn turn = turn(text.paragraphs.getFirst());
        if (turn == null
                || turn.speaker == ParsedSentence.NONE
                || text.isQuoted(turn.words.start())
                || !isSomebody(turn)) {
            return;
        }
        Span words = withoutPeriod(turn.words);
        ParsedSentence sentence = text.sentences.get(turn.sentence);
        boolean oneSentence = sentence.end(sentence.size() - 1) >= turn.words.end();
        if (oneSentence && !words.isEmpty()) {
            drafts.add(draft(new Turn(turn.sentence, turn.colon, turn.speaker, words)));
        }
    }

    private Draft draft(Turn turn) {
        ParsedSentence sentence = text.sentences.get(turn.sentence);
        Draft draft = new Draft(turn.sentence, ParsedSentence.NONE, null);
        draft.content = new ArrayList<>(List.of(turn.words));
        draft.cueSpans.add(sentence.span(turn.colon, turn.colon + 1));
        if (turn.speaker == ParsedSentence.NONE) {
            // "Q" and "A" stand for somebody, as a pronoun does.
            Span letter = sentence.span(0, turn.colon);
            draft.source = new Source(List.of(letter), letter, null, true);
        } else {
            PhraseReading phrases = new PhraseReading(text, sentence);
            Source source = phrases.phrase(turn.speaker);
            draft.source = endsBefore(source, sentence.start(turn.colon)) ? source : phrases.stretch(0, turn.colon);
        }
        return draft;
    }

    /** Whether the tree took nothing behind the colon for part of the speaker. */
    private static boolean endsBefore(Source source, int offset) {
        Span description = source.description();
        return source.named().end() <= offset && (description == null || description.end() <= offset);
    }

    private @Nullable Turn turn(Span paragraph) {
        int number = text.sentenceAt(paragraph.start());
        if (number < 0 || text.sentences.get(number).start(0) < paragraph.start()) {
            return null;
        }
        ParsedSentence sentence = text.sentences.get(number);
        for (int i = 1; i < Math.min(sentence.size(), LONGEST); i++) {
            if (sentence.lower(i).equals(":")) {
                int speaker = isQuestionOrAnswer(sentence, i)
                        ? ParsedSentence.NONE
                        : new PhraseReading(text, sentence).nominal(0, i);
                boolean named = speaker != ParsedSentence.NONE || isQuestionOrAnswer(sentence, i);
                Span words = Blanks.trim(text.text, sentence.end(i), paragraph.end());
                return named && !words.isEmpty() ? new Turn(number, i, speaker, words) : null;
            }
        }
        return null;
    }

    private static boolean isQuestionOrAnswer(ParsedSentence sentence, int colon) {
        return colon == 1 && (sentence.form(0).equals("Q") || sentence.form(0).equals("A"));
    }

    /** Whether what stands before the colon is somebody or something that speaks, and no label such as "Update". */
    private boolean isSomebody(Turn turn) {
        ParsedSentence sentence = text.sentences.get(turn.sentence);
        String label = sentence.span(0, turn.colon).of(text.text).toLowerCase(Locale.ROOT);
        if (labels.contains(label)) {
            return false;
        }
        int name = text.nameAt(sentence.start(0));
        boolean named = name < text.names.size() && text.names.get(name).span().start() < sentence.start(turn.colon);
        return named
                ? switch (text.names.get(name).type()) {
                    case PERSON, ORGANIZATION -> true;
                    case PLACE, FACILITY, GROUP, OTHER -> false;
                }
                : isShortPhrase(sentence, turn.colon);
    }

    /** A role such as "Port chief". */
    private static boolean isShortPhrase(ParsedSentence sentence, int to) {
        for (int i = 0; i < to; i++) {
            switch (sentence.upos(i)) {
                case "NOUN", "PROPN", "ADJ" -> {}
                default -> {
                    return false;
                }
            }
        }
        return to <= 3;
    }

    private Span withoutPeriod(Span words) {
        int end = words.end();
        while (end > words.start() && text.text.charAt(end - 1) == '.') {
            end--;
        }
        return new Span(words.start(), end);
    }
}
