package io.averment.analysis.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article beside the repository for which the system was thought up; where it is not there, there is nothing to test. */
class SeedArticleTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "seed-article.txt");

    private static List<Statement> statements() throws IOException {
        assumeTrue(Files.isReadable(ARTICLE));
        Report report = new Report(Files.readString(ARTICLE), 0, "An outlet", null, "2025-08-18");
        return Analyses.of(report).document().get(StatementAnnotator.STATEMENTS);
    }

    @Test
    void findNineQuotationsOfWhichOneReturns() throws IOException {
        List<Statement> quoting = statements().stream()
                .filter(statement -> !statement.quoted().isEmpty() && statement.parent() == null)
                .toList();
        assertEquals(
                9,
                quoting.stream()
                        .mapToInt(statement -> statement.quoted().size())
                        .sum());
        assertEquals(
                1,
                quoting.stream()
                        .filter(statement -> statement.repeats() != null)
                        .count());
    }

    @Test
    void sayByWhomIndirectWordsCame() throws IOException {
        List<Statement> statements = statements();
        String text = Files.readString(ARTICLE);
        List<String> speakers = statements.stream()
                .filter(statement -> statement.kind() == Statement.Kind.INDIRECT)
                .map(statement -> statement.speaker().spans().isEmpty()
                        ? "-"
                        : statement.speaker().spans().getFirst().of(text))
                .distinct()
                .toList();
        for (String expected : List.of("Hussein Allawi", "Allawi", "The advisor", "Iraq", "U.S.")) {
            assertTrue(speakers.contains(expected), expected + " in " + speakers);
        }
        assertEquals(
                2, speakers.stream().filter(name -> name.endsWith(" factions")).count());
    }
}
