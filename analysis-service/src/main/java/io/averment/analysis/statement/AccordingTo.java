package io.averment.analysis.statement;

import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Reads {@code according to X}, whose words the clause around it is. For one sentence; bounded by the depth of its tree. */
final class AccordingTo {

    private final ParsedSentence sentence;
    private final StatementWords words;
    private final PhraseReading phrases;

    AccordingTo(ParsedText text, ParsedSentence sentence) {
        this.sentence = sentence;
        this.words = text.words;
        this.phrases = new PhraseReading(text, sentence);
    }

    /** Whether the words begin at a token. */
    static boolean isAt(ParsedSentence sentence, int token) {
        return sentence.lower(token).equals("according")
                && token + 1 < sentence.size()
                && sentence.lower(token + 1).equals("to");
    }

    /** What a sentence says by "according to" at a token; null when it does not. */
    @Nullable
    Draft read(int number, int token) {
        if (!isAt(sentence, token)) {
            return null;
        }
        int noun = sentence.is(token, "case") ? sentence.head(token) : sentence.dependent(token, "obl", "obj", "nmod");
        if (noun == ParsedSentence.NONE || noun < token) {
            return null;
        }
        int top = sentence.is(token, "case") ? noun : token;
        int clause = sentence.head(top);
        boolean atEdge = isAtEdge(sentence.left(top), sentence.right(top));
        while (clause != ParsedSentence.NONE
                && (atEdge ? sentence.head(clause) != ParsedSentence.NONE : !isClause(clause))) {
            clause = sentence.head(clause);
        }
        if (clause == ParsedSentence.NONE) {
            return null;
        }
        Draft draft = new Draft(number, token, null);
        draft.slot = Slot.AROUND;
        Spans.add(sentence, sentence.left(clause), sentence.left(top), draft.content);
        int behind = sentence.right(top);
        int citing = behind < sentence.size() && sentence.isPunctuation(behind - 1) ? behind : behind + 1;
        int cited = citing < sentence.size() && words.is(sentence.lower(citing), Kind.CITING)
                ? sentence.dependent(citing, "obj")
                : ParsedSentence.NONE;
        if (cited != ParsedSentence.NONE) {
            draft.passedOnBy = phrases.phrase(noun);
            behind = sentence.right(citing);
        }
        Spans.add(sentence, behind, sentence.right(clause), draft.content);
        if (draft.content.isEmpty()) {
            return null;
        }
        draft.source = phrases.phrase(cited == ParsedSentence.NONE ? noun : cited);
        draft.cueSpans.add(sentence.span(token, token + 2));
        return draft;
    }

    /** Whether nothing but marks stands before or behind a stretch. */
    private boolean isAtEdge(int from, int to) {
        int start = 0;
        while (start < from && sentence.isPunctuation(start)) {
            start++;
        }
        int end = sentence.size();
        while (end > to && sentence.isPunctuation(end - 1)) {
            end--;
        }
        return start == from || end == to;
    }

    private boolean isClause(int token) {
        return switch (sentence.relation(token)) {
            case "root", "ccomp", "advcl", "parataxis", "conj", "acl:relcl" -> true;
            default -> false;
        };
    }
}
