package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.samples.SampleReport.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the record holds about an article, as far as it is shown and compared.
 *
 * @param source who published it, and where
 * @param revision which revision
 * @param headline its headline, empty when there is none
 * @param publishedAt when it was published, as it was given; empty when unknown
 * @param statements its statements, in the order of the text
 */
public record RecordedArticle(
        Source source, int revision, String headline, String publishedAt, List<RecordedStatement> statements) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public RecordedArticle {
        statements = List.copyOf(statements);
    }

    /** From an answer of query-service. */
    public static RecordedArticle answered(String body) throws IOException {
        return of(JSON.readTree(body));
    }

    /** What must come out of the samples of a folder. */
    public static List<RecordedArticle> expectedIn(Path folder) throws IOException {
        JsonNode file = JSON.readTree(Files.readString(folder.resolve(SampleReport.EXPECTED)));
        List<RecordedArticle> articles = new ArrayList<>();
        file.path("articles").forEach(article -> articles.add(of(article)));
        return List.copyOf(articles);
    }

    private static RecordedArticle of(JsonNode node) {
        List<RecordedStatement> statements = new ArrayList<>();
        node.path("statements").forEach(statement -> statements.add(RecordedStatement.of(statement)));
        return new RecordedArticle(
                Source.of(node),
                node.path("revision").asInt(),
                node.path("headline").asText(),
                node.path("publishedAt").asText(),
                statements);
    }

    /**
     * What differs from what was expected, in lines for people; empty when nothing does. The publication date is not compared, and
     * neither is the address: by it the two were brought together.
     */
    public List<String> differencesFrom(RecordedArticle expected) {
        List<String> differences = new ArrayList<>();
        if (revision != expected.revision()) {
            differences.add("revision " + revision + " instead of " + expected.revision());
        }
        if (!headline.equals(expected.headline())) {
            differences.add("headline \"" + headline + "\" instead of \"" + expected.headline() + "\"");
        }
        List<RecordedStatement> wanted = expected.statements();
        for (int i = 0; i < Math.max(statements.size(), wanted.size()); i++) {
            if (i >= statements.size()) {
                differences.add("missing: " + wanted.get(i).inOneLine());
            } else if (i >= wanted.size()) {
                differences.add("not expected: " + statements.get(i).inOneLine());
            } else if (!statements.get(i).equals(wanted.get(i))) {
                differences.add(
                        "statement " + (i + 1) + ": " + statements.get(i).inOneLine() + "; expected: "
                                + wanted.get(i).inOneLine());
            }
        }
        return differences;
    }
}
