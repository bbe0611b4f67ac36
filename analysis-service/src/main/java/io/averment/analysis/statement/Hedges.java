package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import java.util.Map;

/** Tells whether a speaker leaves open that it is so, from {@code knowledge/statement-hedges.tsv}. Immutable and thread-safe. */
final class Hedges {

    private enum Kind {
        MODAL,
        ADVERB
    }

    /** Of how many sentences of a long quotation the verbs are looked at. */
    private static final int MOST_SENTENCES = 3;

    private final KnowledgeFile file = KnowledgeFile.load("statement-hedges.tsv");
    private final Map<String, Kind> classes = file.classes(Kind.class);

    List<KnowledgeFile> files() {
        return List.of(file);
    }

    /** Whether a modal or adverb of the content's own verb says so. Linear in the first sentences of the content. */
    boolean isHedged(ParsedText text, Draft draft) {
        for (Span span : draft.content) {
            int first = text.sentenceAt(span.start());
            for (int i = Math.max(0, first); i < Math.min(text.sentences.size(), first + MOST_SENTENCES); i++) {
                ParsedSentence sentence = text.sentences.get(i);
                if (sentence.start(0) >= span.end()) {
                    break;
                }
                if (isHedged(sentence, span)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isHedged(ParsedSentence sentence, Span span) {
        for (int i = sentence.tokenAt(span.start()); i < sentence.size() && sentence.start(i) < span.end(); i++) {
            Kind found = classes.get(sentence.lower(i));
            if (((found == Kind.MODAL && sentence.isKindOf(i, "aux")) || found == Kind.ADVERB)
                    && isTopOf(sentence, span, sentence.head(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is the highest of a stretch. */
    private static boolean isTopOf(ParsedSentence sentence, Span span, int token) {
        if (token == ParsedSentence.NONE) {
            return true;
        }
        int head = sentence.head(token);
        return head == ParsedSentence.NONE || sentence.start(head) < span.start() || sentence.start(head) >= span.end();
    }
}
