package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.commitment.Outcome;
import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedCommitmentsTest {

    @TempDir
    private Path folder = Path.of("");

    private List<GoldPassage> read(String content) throws IOException {
        return MarkedCommitments.read(Files.writeString(folder.resolve("a.train"), content));
    }

    private void refuse(String expected, String passage) {
        assertEquals(
                "a.train, passage p: " + expected,
                assertThrows(IOException.class, () -> read("== p\n" + passage)).getMessage());
    }

    private void refuseMarked(String expected, String passage) {
        refuse(expected, "published: 2024-05-14\n" + passage);
    }

    private static List<String> words(GoldPassage passage, List<Span> spans) {
        return spans.stream().map(span -> span.of(passage.text())).toList();
    }

    @Test
    void readFieldsAndReadings() throws IOException {
        GoldPassage passage = read("""
                == harbour
                published: 2024-05-14
                headline: Port of Meru

                [c1.actor,c1.said The board] pledged to [c1 raise [c1.object wages]] [c1.when by June] [c1.if if it can].
                [c2.phase First], [c2.object a quay at [c2.place Meru]] will [c2 not be built] as promised.
                c1: CONDITIONAL ../2024-06
                c2: FIRM phase 1 WITHDRAWN not
                """).getFirst();
        assertEquals("harbour", passage.name());
        assertEquals("2024-05-14", passage.report().publishedAt());
        assertEquals(12, passage.report().headlineEnd());
        assertEquals(
                "Port of Meru\n\nThe board pledged to raise wages by June if it can.\n\n"
                        + "First, a quay at Meru will not be built as promised.",
                passage.text());
        GoldCommitment first = passage.commitments().getFirst();
        assertEquals("c1", first.id());
        assertEquals(List.of("raise wages"), words(passage, first.act()));
        assertEquals(List.of("The board"), words(passage, first.actor()));
        assertEquals(List.of("The board"), words(passage, first.announcer()));
        assertEquals(List.of("wages"), words(passage, first.object()));
        assertEquals(List.of("by June"), words(passage, first.deadline()));
        assertEquals(List.of("if it can"), words(passage, first.condition()));
        assertEquals(
                new GoldCommitment.Reading(
                        Strength.CONDITIONAL, "../2024-06", LocalDate.of(2024, 6, 30), 0, null, false),
                first.reading());
        GoldCommitment second = passage.commitments().getLast();
        assertEquals(List.of("Meru"), words(passage, second.places()));
        assertEquals(List.of("a quay at Meru"), words(passage, second.object()));
        assertEquals(
                new GoldCommitment.Reading(Strength.FIRM, null, null, 1, Outcome.WITHDRAWN, true), second.reading());
    }

    @Test
    void readPassageWithoutCommitments() throws IOException {
        GoldPassage passage = read("== p\npublished: 2024-05-14\nIt rained.\n").getFirst();
        assertEquals(List.of(), passage.commitments());
        assertNull(passage.report().outlet());
    }

    @Test
    void refuseWrongDates() {
        refuse("it has no date of publication", "It rained.\n");
        refuse("it has two dates of publication", "published: 2024-05-14\npublished: 2024-05-14\n");
        refuse("'2024-05-32' is no date", "published: 2024-05-32\n");
    }

    @Test
    void refuseBrokenMarks() {
        refuseMarked("'[s1 go]' is no mark", "They will [s1 go]\nc1: FIRM\n");
        refuseMarked("'c1.who' has no known role", "[c1.who They] will [c1 go].\nc1: FIRM\n");
        refuseMarked("c2 has no line that says how it is meant", "They will [c1 go] [c2 far].\nc1: FIRM\n");
        refuseMarked("c1 has no act", "[c1.actor They] will go.\nc1: FIRM\n");
    }

    @Test
    void refuseBrokenLines() {
        refuseMarked("c1 has two lines", "They will [c1 go].\nc1: FIRM\nc1: FIRM\n");
        refuseMarked("'SOFT' is no strength or outcome", "They will [c1 go].\nc1: SOFT\n");
        refuseMarked("'LOST' is no strength or outcome", "They will [c1 go].\nc1: FIRM LOST\n");
        refuseMarked("'c1: FIRM phase one' does not say how it is meant", "They will [c1 go].\nc1: FIRM phase one\n");
        refuseMarked("'2024-13' is no value in EDTF", "They will [c1 go] [c1.when soon].\nc1: FIRM 2024-13\n");
    }

    @Test
    void refuseReadingsThatWordsDoNotBear() {
        refuseMarked("c1 has a day and no words for it", "They will [c1 go].\nc1: FIRM 2024\n");
        String phase = "c1 has a phase's words and no order, or its order and no words";
        refuseMarked(phase, "They will [c1 go].\nc1: FIRM phase 1\n");
        refuseMarked(phase, "They will [c1.phase first] [c1 go].\nc1: FIRM\n");
        refuseMarked("c1 is CONDITIONAL without a condition", "They will [c1 go].\nc1: CONDITIONAL\n");
    }
}
