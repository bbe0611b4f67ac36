package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read by the order of words, where insertions and lists lead the tree astray. */
class WordOrderTest {

    private static List<String> acts(String text) {
        return Undertaken.in(text).stream().map(found -> found.act().of(text)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The customs board, having twice counted fewer crates than lorries in three harbours of the south, is to count them all again from Monday, director Ada Finch said. | The customs board
            The ministry will, if the court agrees, close the camp.          | The ministry
            The union intends, if talks fail, to close the port on Monday.     | The union
            Volunteers will, from Monday, hand out masks.                    | Volunteers
            Under the deal, Libya will free 30 fishermen.                    | Libya
            """)
    void takeSubjectBeforeInsertion(String text, String actor) {
        assertEquals(actor, Undertaken.onlyOf(text).actor().name());
    }

    @Test
    void keepSubjectOfRelativeClause() {
        String text = "The tunnel, which the builder, Alp Hydro, had contracted to complete by May, is leaking.";
        assertTrue(Undertaken.in(text).stream()
                .noneMatch(found -> "The tunnel".equals(found.actor().name())));
    }

    @Test
    void countInfinitivesOfAListAlone() {
        assertEquals(
                List.of("take back 12 drivers", "pay them for the weeks between", "post a notice at the gate"),
                acts("A judge has ordered the depot to take back 12 drivers, to pay them for the weeks between, and to "
                        + "post a notice at the gate."));
        String purpose = "The council agreed to raise the dike, to the relief of farmers who had come to watch.";
        assertEquals(1, acts(purpose).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The fund has brought forward to March 2026 from June 2026 the sale of its shares.  | the sale of its shares | 2026-03
            The club has put back until December the opening of its stand.                     | the opening of its stand | 2025-12
            """)
    void findObjectBehindItsDay(String text, String act, String day) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(Outcome.MOVED, commitment.outcome());
        assertEquals(act, commitment.act().of(text));
        assertEquals(day, Objects.requireNonNull(commitment.deadline()).edtf());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The sides will swap prisoners on 4 and 5 September.                  | 2025-09-04/2025-09-05
            The lender is set to cut 500 posts in the next two years.            | ../2027-08-18
            The firms were given until the last day of February to pay.          | 2026-02-28
            The judge on Friday instructed the firms to open their books no later than 31 March 2026. | 2026-03-31
            Teachers in Leeds, backed by two unions, begin a walkout on 1 September. | 2025-09-01
            """)
    void readDays(String text, String day) {
        assertEquals(
                day, Objects.requireNonNull(Undertaken.onlyOf(text).deadline()).edtf());
    }

    @Test
    void takeActorOfHeadlineFromItsLead() {
        String headline = "Growers to be compensated";
        String body = "The lands board will compensate growers by May 2026.";
        Report report = new Report(Report.textOf(headline, body), headline.length(), null, null, Undertaken.PUBLISHED);
        Commitment first = Analyses.of(report)
                .document()
                .get(CommitmentAnnotator.COMMITMENTS)
                .getFirst();
        assertEquals("compensated", first.act().of(report.text()));
        assertEquals("The lands board", first.actor().name());
    }

    @Test
    void moveWhatWasToHaveBeenAndWillNowBe() {
        String text = "The show, which was to close tomorrow, will now do so on 4 March 2026.";
        Commitment commitment = Undertaken.in(text).getLast();
        assertEquals("2026-03-04", Objects.requireNonNull(commitment.deadline()).edtf());
    }
}
