package io.averment.analysis.training;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.training.CoreferenceScore.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Links of pronouns, names and roles on GUM's open part, from the raw text. Rules are worked out on half of its documents, by a
 * hash of their names; the figures are those of the other half.
 */
final class CoreferenceMeasurement implements Measurement {

    private static final String FILE = "syntax/gum-open.conllu";
    private static final String TITLE = "GUM coref, ";

    private final Pipeline pipeline;

    CoreferenceMeasurement(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Whether rules may be worked out on a document. */
    static boolean isForDevelopment(String document) {
        int hash = 0;
        for (int i = 0; i < document.length(); i++) {
            hash = 31 * hash + document.charAt(i);
        }
        return ((hash >>> 8) & 1) == 0;
    }

    @Override
    public List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException {
        Optional<Path> file = data.find(FILE);
        List<Figure> figures = new ArrayList<>();
        if (file.isEmpty()) {
            for (Kind kind : Kind.values()) {
                figures.add(new Figure.Missing(TITLE + kind.title() + ", precision", FILE));
                figures.add(new Figure.Missing(TITLE + kind.title() + ", recall", FILE));
            }
            return figures;
        }
        CoreferenceScore score = score(Treebank.read(file.get()), name -> !isForDevelopment(name));
        for (Kind kind : Kind.values()) {
            figures.addAll(score.of(kind).figures(TITLE + kind.title()));
        }
        return figures;
    }

    /** The links of those documents whose names a condition holds for. */
    CoreferenceScore score(List<TreebankSentence> treebank, Predicate<String> documents) {
        CoreferenceScore score = new CoreferenceScore(pronouns());
        Map<String, List<TreebankSentence>> byDocument = new LinkedHashMap<>();
        for (TreebankSentence sentence : Treebank.select(treebank, documents)) {
            byDocument
                    .computeIfAbsent(sentence.document(), name -> new ArrayList<>())
                    .add(sentence);
        }
        for (List<TreebankSentence> sentences : byDocument.values()) {
            RawText raw = RawText.of(sentences).getFirst();
            Document document = analysed(raw.text());
            List<Cast> casts = document.get(CoreferenceAnnotator.CAST);
            List<Span> quoted = document.get(QuotationAnnotator.QUOTATIONS).stream()
                    .flatMap(quotation -> quotation.spans().stream())
                    .toList();
            List<GoldMention> gold = EntityBrackets.read(sentences, raw.tokens());
            score.add(raw.text(), gold, casts.isEmpty() ? Cast.EMPTY : casts.getFirst(), quoted);
        }
        return score;
    }

    private Document analysed(String text) {
        return switch (pipeline.analyse(new Report(text, 0, null, "en", null))) {
            case Outcome.Completed(var analysis) -> analysis.document();
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new IllegalStateException(annotator + " failed", cause);
        };
    }

    private static Map<String, Kind> pronouns() {
        Map<String, Kind> pronouns = new HashMap<>();
        KnowledgeFile.load("coreference/pronouns.tsv")
                .forEachRecord(
                        3,
                        (fields, line) -> pronouns.put(
                                fields.get(0),
                                fields.get(1).startsWith("SPEAKER") ? Kind.SPEAKERS : Kind.valueOf(fields.get(1))));
        return pronouns;
    }
}
