package io.averment.analysis.training;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenLexicon;
import io.averment.analysis.token.TokenizationAnnotator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F1 of tokens and sentences found in the raw text, exact at both ends. */
final class TokenMeasurement implements Measurement {

    private final List<Annotator<?>> annotators;

    TokenMeasurement() {
        Abbreviations abbreviations = Abbreviations.load();
        annotators = List.of(
                new ParagraphAnnotator(),
                new TokenAnnotator(abbreviations),
                new SentenceAnnotator(abbreviations),
                new TokenizationAnnotator(TokenLexicon.load(abbreviations)));
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (SyntaxCorpora corpus : SyntaxCorpora.values()) {
            Optional<List<TreebankSentence>> sentences = corpus.read(data, own);
            String tokens = corpus.title() + ", tokens F1";
            String limits = corpus.title() + ", sentences F1";
            if (sentences.isPresent()) {
                SpanScore[] scores = score(sentences.get());
                figures.add(new Figure.Measured(tokens, scores[0].f1()));
                figures.add(new Figure.Measured(limits, scores[1].f1()));
            } else {
                figures.add(corpus.missing(tokens));
                figures.add(corpus.missing(limits));
            }
        }
        return figures;
    }

    private SpanScore[] score(List<TreebankSentence> sentences) {
        SpanScore tokens = new SpanScore();
        SpanScore limits = new SpanScore();
        for (RawText raw : RawText.of(sentences)) {
            Document document = Document.of(new Report(raw.text(), 0, null, null, null));
            for (Annotator<?> annotator : annotators) {
                document = apply(annotator, document);
            }
            List<Span> found = new ArrayList<>();
            for (SentenceTokens sentence : document.get(TokenizationAnnotator.SENTENCE_TOKENS)) {
                for (int i = 0; i < sentence.size(); i++) {
                    found.add(sentence.span(i));
                }
            }
            tokens.add(raw.tokens(), found);
            limits.add(raw.sentences(), document.get(SentenceAnnotator.SENTENCES));
        }
        return new SpanScore[] {tokens, limits};
    }

    private static <T> Document apply(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }
}
