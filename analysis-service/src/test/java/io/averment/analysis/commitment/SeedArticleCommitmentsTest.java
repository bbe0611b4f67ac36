package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.conflict.Conflict;
import io.averment.analysis.conflict.ConflictAnnotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The article beside the repository for which the system was thought up; where it is not there, there is nothing to test. */
class SeedArticleCommitmentsTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "seed-article.txt");

    private static Document document() throws IOException {
        assumeTrue(Files.isReadable(ARTICLE));
        Report report = new Report(Files.readString(ARTICLE), 0, "An outlet", null, Undertaken.PUBLISHED);
        return Analyses.of(report).document();
    }

    @Test
    void orderBothPhases() throws IOException {
        List<Commitment> phases = document().get(CommitmentAnnotator.COMMITMENTS).stream()
                .filter(commitment -> commitment.phase() != null)
                .toList();
        assertEquals(2, phases.size());
        Commitment first = phases.getFirst();
        assertEquals(new Phase(1, 2, "The first stage"), first.phase());
        assertEquals(Strength.FIRM, first.strength());
        assertEquals("2025-09", Objects.requireNonNull(first.deadline()).edtf());
        assertEquals(
                new Party.Unresolved(Party.Reason.NOT_ATTRIBUTED, List.of("Hussein Allawi")),
                first.announcer().unresolved());
        Commitment second = phases.getLast();
        assertEquals(new Phase(2, 2, "the final stage"), second.phase());
        assertEquals(Strength.EXPECTED, second.strength());
        assertEquals("2026-09", Objects.requireNonNull(second.deadline()).edtf());
        assertEquals("Allawi", second.announcer().name());
        // An adviser who says what others do does nothing of it.
        assertNull(second.actor().name());
    }

    @Test
    void keepCivilianEffortsWithoutDeadline() throws IOException {
        Document document = document();
        List<Commitment> efforts = document.get(CommitmentAnnotator.COMMITMENTS).stream()
                .filter(found -> found.act().of(document.text()).startsWith("continue its civilian-led efforts"))
                .toList();
        assertEquals(2, efforts.size());
        assertTrue(efforts.stream().allMatch(found -> found.deadline() == null));
    }

    @Test
    void findConflictAboutLength() throws IOException {
        List<Conflict> conflicts = document().get(ConflictAnnotator.CONFLICTS);
        assertEquals(1, conflicts.size());
        assertEquals(Conflict.Kind.DURATION, conflicts.getFirst().kind());
    }
}
