package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that treebank sentences were made from, as far as CoNLL-U tells: blanks where the tokens say so, a blank line before a
 * paragraph.
 *
 * @param text of one document
 * @param sentences without the blanks between them
 * @param tokens of all sentences
 */
record RawText(String text, List<Span> sentences, List<Span> tokens) {

    /** One text a document, in their order. */
    static List<RawText> of(List<TreebankSentence> sentences) {
        List<RawText> texts = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int to = from + 1;
            while (to < sentences.size()
                    && sentences.get(to).document().equals(sentences.get(from).document())) {
                to++;
            }
            texts.add(ofDocument(sentences.subList(from, to)));
            from = to;
        }
        return texts;
    }

    private static RawText ofDocument(List<TreebankSentence> document) {
        StringBuilder text = new StringBuilder();
        List<Span> sentences = new ArrayList<>();
        List<Span> tokens = new ArrayList<>();
        for (TreebankSentence sentence : document) {
            if (sentence.startsParagraph() && !text.isEmpty()) {
                text.append("\n\n");
            }
            int start = text.length();
            int end = start;
            for (int i = 0; i < sentence.size(); i++) {
                int tokenStart = text.length();
                text.append(sentence.forms()[i]);
                end = text.length();
                tokens.add(new Span(tokenStart, end));
                if (sentence.spaced()[i]) {
                    text.append(' ');
                }
            }
            sentences.add(new Span(start, end));
        }
        return new RawText(text.toString(), sentences, tokens);
    }
}
