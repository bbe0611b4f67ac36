package io.averment.analysis.training;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.syntax.SyntaxModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tags, lemmas and dependencies on gold tokens with the model's own tags. Attachment counts all tokens, punctuation included, and
 * labels with their subtypes.
 */
final class SyntaxMeasurement implements Measurement {

    private static final String[] MEASURES = {"UPOS", "XPOS", "lemmas", "UAS", "LAS"};

    private final SyntaxModel model;

    SyntaxMeasurement(SyntaxModel model) {
        this.model = model;
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (SyntaxCorpora corpus : SyntaxCorpora.values()) {
            Optional<List<TreebankSentence>> sentences = corpus.read(data, own);
            double[] percents = sentences.isPresent() ? score(sentences.get()) : new double[MEASURES.length];
            for (int i = 0; i < MEASURES.length; i++) {
                String name = corpus.title() + ", " + MEASURES[i];
                figures.add(sentences.isPresent() ? new Figure.Measured(name, percents[i]) : corpus.missing(name));
            }
        }
        return figures;
    }

    /** In the order of {@link #MEASURES}, in percent of all tokens. */
    double[] score(List<TreebankSentence> sentences) {
        int[] right = new int[MEASURES.length];
        int tokens = 0;
        for (TreebankSentence sentence : sentences) {
            SentenceSyntax found = model.analyse(sentence.forms());
            tokens += sentence.size();
            for (int i = 0; i < sentence.size(); i++) {
                boolean attached = found.head(i) == sentence.heads()[i];
                right[0] += found.upos(i).equals(sentence.upos()[i]) ? 1 : 0;
                right[1] += found.xpos(i).equals(sentence.xpos()[i]) ? 1 : 0;
                right[2] += found.lemma(i, sentence.forms()[i]).equals(sentence.lemmas()[i]) ? 1 : 0;
                right[3] += attached ? 1 : 0;
                right[4] += attached && found.relation(i).equals(sentence.relations()[i]) ? 1 : 0;
            }
        }
        double[] percents = new double[MEASURES.length];
        for (int i = 0; i < percents.length; i++) {
            percents[i] = tokens == 0 ? 0 : 100.0 * right[i] / tokens;
        }
        return percents;
    }
}
