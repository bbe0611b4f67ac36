package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import java.util.Arrays;
import java.util.List;

/**
 * The parsed tokens of a text in one row, numbered from 0, with heads and universal relations. Empty where the text was not parsed.
 * Immutable but for the arrays, which nobody changes; made in one pass.
 */
final class Parse {

    /** The head of a token that depends on none, and the token of a position that has none. */
    static final int NONE = -1;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int[] heads;
    private final int[] sentenceStarts;
    private final SentenceSyntax[] syntax;

    private Parse(String text, int size, int sentences) {
        this.text = text;
        this.starts = new int[size];
        this.ends = new int[size];
        this.heads = new int[size];
        this.sentenceStarts = new int[sentences + 1];
        this.syntax = new SentenceSyntax[sentences];
    }

    /** Of sentences and their analyses; where not each has one, nothing. */
    static Parse of(String text, List<SentenceTokens> tokens, List<SentenceSyntax> analyses) {
        if (tokens.size() != analyses.size()) {
            return new Parse(text, 0, 0);
        }
        int size = tokens.stream().mapToInt(SentenceTokens::size).sum();
        Parse parse = new Parse(text, size, tokens.size());
        int at = 0;
        for (int s = 0; s < tokens.size(); s++) {
            SentenceTokens sentence = tokens.get(s);
            parse.syntax[s] = analyses.get(s);
            parse.sentenceStarts[s] = at;
            for (int i = 0; i < sentence.size(); i++) {
                parse.starts[at + i] = sentence.start(i);
                parse.ends[at + i] = sentence.end(i);
                int head = analyses.get(s).head(i);
                parse.heads[at + i] = head == SentenceSyntax.ROOT ? NONE : parse.sentenceStarts[s] + head;
            }
            at += sentence.size();
        }
        parse.sentenceStarts[tokens.size()] = at;
        return parse;
    }

    int size() {
        return starts.length;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int head(int token) {
        return heads[token];
    }

    /** The universal relation to the head with its subtype. Logarithmic, as the other properties. */
    String relation(int token) {
        int sentence = sentence(token);
        return syntax[sentence].relation(token - sentenceStarts[sentence]);
    }

    /** The relation without its subtype. */
    String plainRelation(int token) {
        String relation = relation(token);
        int colon = relation.indexOf(':');
        return colon < 0 ? relation : relation.substring(0, colon);
    }

    String upos(int token) {
        int sentence = sentence(token);
        return syntax[sentence].upos(token - sentenceStarts[sentence]);
    }

    String xpos(int token) {
        int sentence = sentence(token);
        return syntax[sentence].xpos(token - sentenceStarts[sentence]);
    }

    String lemma(int token) {
        int sentence = sentence(token);
        return syntax[sentence].lemma(token - sentenceStarts[sentence], form(token));
    }

    String form(int token) {
        return text.substring(starts[token], ends[token]);
    }

    int sentence(int token) {
        int found = Arrays.binarySearch(sentenceStarts, 0, syntax.length, token);
        int sentence = found >= 0 ? found : -found - 2;
        // A sentence without tokens starts where the next one does.
        while (sentenceStarts[sentence + 1] <= token) {
            sentence++;
        }
        return sentence;
    }

    /** The first token of a sentence. */
    int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    /** The token at a position, or the first behind it; {@link #NONE} behind the last. Logarithmic. */
    int at(int position) {
        int found = Arrays.binarySearch(starts, position);
        int token = found >= 0 ? found : -found - 2;
        if (token >= 0 && ends[token] > position) {
            return token;
        }
        return token + 1 < starts.length ? token + 1 : NONE;
    }

    /**
     * The token of a stretch of text that the others depend on: the last whose head is outside; {@link #NONE} when the stretch has no
     * token. Linear in the stretch.
     */
    int headOf(Span span) {
        int token = at(span.start());
        int found = NONE;
        while (token != NONE && token < size() && starts[token] < span.end()) {
            int head = heads[token];
            if (head == NONE || starts[head] < span.start() || starts[head] >= span.end()) {
                found = token;
            }
            token++;
        }
        return found;
    }
}
