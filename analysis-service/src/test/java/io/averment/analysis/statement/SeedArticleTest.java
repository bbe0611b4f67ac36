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
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The article beside the repository for which the system was thought up; where it is not there, there is nothing to test. */
class SeedArticleTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "seed-article.txt");

    @Test
    void findNineQuotationsAndEverySpeakerThatItsSentenceNames() throws IOException {
        assumeTrue(Files.isReadable(ARTICLE));
        Report report = new Report(Files.readString(ARTICLE), 0, "An outlet", null, "2025-08-18");
        List<Statement> statements = Analyses.of(report).document().get(StatementAnnotator.STATEMENTS);
        assertEquals(9, statements.size());
        assertEquals("s1", statements.get(2).repeats());
        List<String> unnamed = statements.stream()
                .filter(statement -> statement.speaker().name() == null)
                .map(Statement::id)
                .toList();
        assertEquals(List.of("s9"), unnamed);
        assertEquals(
                Speaker.Reason.PRONOUN,
                Objects.requireNonNull(statements.get(8).speaker().unresolved()).reason());
        assertTrue(statements.stream().allMatch(statement -> statement.chain().size() <= 2));
    }
}
