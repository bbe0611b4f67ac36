package io.averment.analysis.training;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.name.NameEvaluation;
import io.averment.analysis.name.NameScore;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import io.averment.analysis.token.TokenLexicon;
import io.averment.analysis.token.TokenizationAnnotator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** F1 of people, organisations and places in raw texts, exact at both ends and in type, after the rules of {@link NameEvaluation}. */
final class NameMeasurement implements Measurement {

    private static final Map<String, String> EXPECTED = Map.of(
            NameEvaluation.ALL, "mentions/worldwide-train",
            NameEvaluation.TUNING, "mentions/worldwide-train",
            NameEvaluation.REPORT, "mentions/worldwide-train",
            NameEvaluation.WIKINEWS, "mentions/wikinews",
            NameEvaluation.WIKINEWS_BARE, "mentions/wikinews",
            NameEvaluation.RE3D, "mentions/re3d-open",
            NameEvaluation.OWN, "corpus/names");

    private final List<Annotator<?>> annotators;

    NameMeasurement() {
        Abbreviations abbreviations = Abbreviations.load();
        annotators = List.of(
                new ParagraphAnnotator(),
                new TokenAnnotator(abbreviations),
                new SentenceAnnotator(abbreviations),
                new TokenizationAnnotator(TokenLexicon.load(abbreviations)),
                NameAnnotator.load());
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        Path evaluation = own.root() == null ? Path.of("evaluation") : own.root();
        Path names = evaluation.resolveSibling("corpus").resolve("names");
        Path folder = data.root() == null ? names : data.root();
        Map<String, NameScore> scores = new NameEvaluation(this::analysed).evaluate(folder, names);
        List<Figure> figures = new ArrayList<>();
        for (String title : NameEvaluation.SETS) {
            if (!scores.containsKey(title)) {
                figures.add(new Figure.Missing(
                        row(title), EXPECTED.getOrDefault(title, title), title.equals(NameEvaluation.OWN)));
            }
        }
        scores.forEach((title, score) -> figures.add(new Figure.Measured(row(title), 100 * score.f1())));
        return figures;
    }

    private static String row(String title) {
        return "names, " + title + ", F1";
    }

    private Document analysed(Document document) {
        Document grown = document;
        for (Annotator<?> annotator : annotators) {
            grown = apply(annotator, grown);
        }
        return grown;
    }

    private static <T> Document apply(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }
}
