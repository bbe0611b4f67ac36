package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Commitment;
import io.averment.query.record.Entity;
import io.averment.query.record.Facts;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Mention;
import io.averment.query.record.Phase;
import io.averment.query.record.Span;
import io.averment.query.record.Speaker;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.record.TimeExpression;
import io.averment.query.record.Unresolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What analysis-service wrote before version 1 of its contract grew is read today: such messages wait on the broker while services are
 * upgraded, come while they are downgraded, and stand in the log for good.
 */
class EarlierMessagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/earlier");

    private static final Span PETRA = new Span(62, 73, "Petra Oduya");
    private static final Hop OUTLET = new Hop(HopRole.OUTLET, List.of(), "Canal Courier", null);

    private final AnalysisReader reader = new AnalysisReader();

    private AnalysedArticle read(String name) throws IOException {
        return reader.article(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static Statement promise(String act, @org.jspecify.annotations.Nullable String entity) {
        return new Statement(
                "s1",
                StatementKind.DIRECT,
                act,
                false,
                List.of(new Span(24, 56, "“The lock opens by 1 June 2027,”")),
                List.of(new Span(25, 55, "The lock opens by 1 June 2027,")),
                List.of(new Span(57, 61, "said")),
                null,
                null,
                new Speaker(List.of(PETRA), "Petra Oduya", null, entity, null),
                List.of(new Hop(HopRole.SPEAKER, List.of(PETRA), "Petra Oduya", entity), OUTLET),
                null);
    }

    private static Statement complaint(String act, String reason) {
        return new Statement(
                "s2",
                StatementKind.DIRECT,
                act,
                false,
                List.of(new Span(100, 118, "“Nobody asked us,”")),
                List.of(new Span(101, 117, "Nobody asked us,")),
                List.of(new Span(129, 137, "answered")),
                null,
                null,
                new Speaker(
                        List.of(new Span(119, 128, "a skipper")), null, null, null, new Unresolved(reason, List.of())),
                List.of(OUTLET),
                null);
    }

    /** Statements in quotation marks were all that there was. */
    @Test
    void readsQuotationsWithoutEverythingElse() throws IOException {
        AnalysedArticle article = read("analysis-completed-quotations-only.json");

        assertEquals(
                new Facts(
                        List.of(),
                        List.of(),
                        List.of(promise("UNKNOWN", null), complaint("UNKNOWN", "NO_SPEAKER_IN_SENTENCE")),
                        List.of(),
                        List.of()),
                article.facts());
        assertNull(article.origin());
        assertEquals(List.of(), article.analysis().mentions());
        assertEquals("Lock at Velm to reopen", article.text().headline().orElseThrow());
    }

    /** Commitments named the entity alone that undertakes them, and no due day; nothing named an article's origin. */
    @Test
    void readsCommitmentsWithoutUndertakers() throws IOException {
        AnalysedArticle article = read("analysis-completed-before-undertakers.json");

        assertEquals(
                new Facts(
                        List.of(new Entity(
                                "e1", "PERSON", "Petra Oduya", List.of("Oduya"), null, null, Map.of(), null, null)),
                        List.of(new TimeExpression(
                                "t1",
                                43,
                                54,
                                "1 June 2027",
                                "DATE",
                                "2027-06-01",
                                "2027-06-01",
                                LocalDate.of(2027, 6, 1),
                                LocalDate.of(2027, 6, 1),
                                null,
                                null)),
                        List.of(promise("PROMISES", "e1"), complaint("JUDGES", "INDEFINITE")),
                        List.of(new Commitment(
                                "c1",
                                "e1",
                                null,
                                new Span(34, 39, "opens"),
                                "The lock",
                                List.of(),
                                null,
                                false,
                                "t1",
                                null,
                                null,
                                "FIRM",
                                new Phase(1, null, "the lock"),
                                List.of(),
                                null,
                                "e1",
                                null,
                                "s1")),
                        List.of()),
                article.facts());
        assertNull(article.origin());
        assertEquals(
                List.of(new Mention("m1", 62, 73, "Petra Oduya", "PERSON", "e1", "NAME", null)),
                article.analysis().mentions());
    }
}
