package io.averment.analysis.name;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Measures how well names are found in whole texts: token by token nothing is given, sentences and tokens are the pipeline's own. A set
 * that is not there has no row.
 */
public final class NameEvaluation {

    /** The half of the worldwide set on which errors may be looked at and numbers tuned. */
    public static final String TUNING = "worldwide, tuning half";

    /** The half on which nothing but the figure is looked at. */
    public static final String REPORT = "worldwide, report half";

    /** Both. */
    public static final String ALL = "worldwide";

    /** Wikinews, whose spans take in articles, possessive endings and titles. */
    public static final String WIKINEWS = "wikinews";

    /** The same without the articles and possessive endings, which are no part of a name here. */
    public static final String WIKINEWS_BARE = "wikinews without articles and endings";

    /** Defence texts, whose spans take in descriptions and pronouns. */
    public static final String RE3D = "re3d";

    /** The part of the project's own corpus that nothing is trained on. */
    public static final String OWN = "own";

    /** All sets, in their order; the outlets of the worldwide set apart. */
    public static final List<String> SETS = List.of(ALL, TUNING, REPORT, WIKINEWS, WIKINEWS_BARE, RE3D, OWN);

    private static final int HALVES = 2;

    private final UnaryOperator<Document> pipeline;

    /** @param pipeline adds at least the layer {@link NameAnnotator#NAMES} */
    public NameEvaluation(UnaryOperator<Document> pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Figures by set; {@code worldwide-<outlet>} for each outlet of the worldwide set.
     *
     * @param data folder of the public data sets, as in {@link NameCorpora}
     * @param own folder of the project's own corpus, of which {@code *.test} is measured
     */
    public Map<String, NameScore> evaluate(Path data, Path own) throws IOException {
        Map<String, NameScore> scores = new LinkedHashMap<>();
        Path mentions = data.resolve("mentions");
        evaluateWorldwide(mentions.resolve("worldwide-train"), scores);
        List<GoldText> wikinews = GoldText.readFolder(mentions.resolve("wikinews"));
        put(scores, WIKINEWS, wikinews);
        put(scores, WIKINEWS_BARE, wikinews.stream().map(GoldText::bare).toList());
        put(scores, RE3D, GoldText.readFolder(mentions.resolve("re3d-open")));
        for (Path file : GazetteerSources.files(own, ".test")) {
            put(scores, OWN, MarkedText.read(file));
        }
        return scores;
    }

    private void evaluateWorldwide(Path folder, Map<String, NameScore> scores) throws IOException {
        List<Path> files = GazetteerSources.files(folder, ".tsv");
        if (files.isEmpty()) {
            return;
        }
        for (String title : List.of(ALL, TUNING, REPORT)) {
            scores.put(title, new NameScore());
        }
        Map<String, NameScore> outlets = new TreeMap<>();
        for (GoldText text : GoldText.readTagged(files, 1, TagScheme.of("worldwide", Set.of()))) {
            NameScore score = score(text);
            boolean tuning = Math.floorMod(Hash.of(text.id()), HALVES) == 0;
            for (String title : List.of(ALL, tuning ? TUNING : REPORT)) {
                scores.computeIfAbsent(title, key -> new NameScore()).add(score);
            }
            String outlet = "worldwide-" + text.id().replaceFirst("_.*", "");
            outlets.computeIfAbsent(outlet, key -> new NameScore()).add(score);
        }
        scores.putAll(outlets);
    }

    private void put(Map<String, NameScore> scores, String title, List<GoldText> texts) {
        if (!texts.isEmpty()) {
            NameScore score = new NameScore();
            texts.forEach(text -> score.add(score(text)));
            scores.put(title, score);
        }
    }

    private NameScore score(GoldText text) {
        Document document = pipeline.apply(Document.of(new Report(text.text(), 0, null, "en", null)));
        NameScore score = new NameScore();
        score.add(GoldText.counted(text.names()), GoldText.counted(document.get(NameAnnotator.NAMES)));
        return score;
    }
}
