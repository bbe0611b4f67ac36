package io.averment.analysis.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.Analyses;
import io.averment.analysis.conflict.Conflict.Kind;
import io.averment.analysis.document.Report;
import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsTest {

    private static List<Conflict> in(String text) {
        return Analyses.of(new Report(text, 0, null, null, "2025-08-18"))
                .document()
                .get(ConflictAnnotator.CONFLICTS);
    }

    @Test
    void compareLengthWithBeginningAndEnd() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DURATION,
                        List.of("t1", "c1", "c2"),
                        "The text speaks of “six-month closure”, but from the beginning (on 1 September 2025) to the end"
                                + " (on 15 November 2025) it is about 2 months.")),
                in("The government announced a six-month closure of the bridge. The closure of the bridge will begin on"
                        + " 1 September 2025, the ministry said. The closure will end on 15 November 2025."));
    }

    @Test
    void allowLengthThatIsAboutRight() {
        assertEquals(
                List.of(),
                in("The government announced a six-month closure of the bridge. The closure of the bridge will begin on"
                        + " 1 September 2025, the ministry said. The closure will end on 15 March 2026."));
    }

    @Test
    void comparePlanWithItsLastPhaseFromPublication() {
        List<Conflict> conflicts =
                in("The port laid out a two-year timeline for the closure. The first stage of the closure will"
                        + " be completed by October 2025. The final stage of the closure should be completed by"
                        + " August 2026.");
        assertEquals(1, conflicts.size());
        assertEquals(
                "The text speaks of “two-year timeline”, but the last date that it gives (by August 2026) is about 12"
                        + " months after its publication on 2025-08-18.",
                conflicts.getFirst().explanation());
    }

    @Test
    void findTwoDaysForOnePhase() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DEADLINE,
                        List.of("c1", "c2"),
                        "The text gives two dates for “The second phase”: by 1 March 2026, as the governor says, and by"
                                + " 1 May 2026, as the mayor says.")),
                in(
                        "The second phase of the evacuation will be completed by 1 March 2026, the governor said. According to"
                                + " the mayor, the second phase of the evacuation will be completed by 1 May 2026."));
    }

    @Test
    void findNoConflictBetweenDayAndItsMonth() {
        assertEquals(
                List.of(),
                in(
                        "The second phase of the evacuation will be completed by 1 March 2026, the governor said. According to"
                                + " the mayor, the second phase of the evacuation will be completed in March 2026."));
    }

    @Test
    void addUpWhatPhasesTell() {
        assertEquals(
                List.of(new Conflict(
                        Kind.TOTAL,
                        List.of("c1", "c2", "c3"),
                        "The text speaks of 900 in all (“withdraw 900 soldiers in two phases”), but its 2 phases add up to"
                                + " 800.")),
                in(
                        "The army will withdraw 900 soldiers in two phases. In the first phase, it will withdraw 300 soldiers by"
                                + " June 2026. In the second phase, the army will withdraw 500 soldiers by December 2026."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DURATION | The city announced a three-month renovation of the town hall. The renovation will begin on 1 September 2025 and end on 20 March 2026.
            DURATION | The bridge will be closed for three months from 1 September 2025. It will reopen on 1 June 2026.
            DURATION | The road will be shut for six weeks from 3 March 2026. The road is to reopen on 14 August 2026.
            DEADLINE | The Merton bridge will be reopened on 1 June 2026, the mayor said. The contractor said the Merton bridge would be reopened on 15 August 2026.
            DEADLINE | The fifth bridge will open in May 2027, the mayor said. The fifth bridge will open in July 2027, the contractor said.
            DEADLINE | The pool will reopen on 3 May 2026, the council said. The swimming pool is to be reopened on 1 July 2026, its manager said.
            TOTAL    | The bank will pay 30 million euros in two phases: 10 million euros by March 2026 and 15 million euros by June 2026.
            TOTAL    | The company will hire 300 people in two stages: 100 people by March 2026 and 150 people by June 2026.
            TOTAL    | The state will hold 44 percent of the company and the investors will hold 60% of it.
            """)
    void findWhatDoesNotAgree(Kind kind, String text) {
        assertEquals(List.of(kind), in(text).stream().map(Conflict::kind).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The city announced a three-month renovation of the town hall. The renovation will begin on 1 September"
                        + " 2025 and end on 1 December 2025.",
                "The pool will be closed for three months from 1 September 2025. It will reopen in December 2025.",
                "The road will be shut for six weeks from 3 March 2026. The road is to reopen on 14 April 2026.",
                "The union will strike for two days from 1 September 2025. It will end its boycott on 1 December 2025.",
                "The festival will run for two weeks from 4 July 2026. It ends on 18 July 2026.",
                "The first school will open in May 2026. The second school will open in June 2026.",
                "The fifth bridge will open in May 2027. The sixth bridge will open in July 2027.",
                "The 21st bridge will open in May 2027. The 22nd bridge will open in July 2027.",
                "Line seven will open in May 2027. Line eight will open in July 2027.",
                "The new bridge will open on 3 May 2026, the mayor said. The old bridge will open on 4 June 2026.",
                "The northern line will open in May 2026, and the southern line will open in August 2026.",
                "Phase one of the line will open in May 2026. Phase two of the line will open in August 2026.",
                "The ministry will open a clinic in Leeds in May 2026. It will open a clinic in York in June 2026.",
                "The council will hold a meeting on 3 May 2026. The council will hold a meeting on 9 June 2026.",
                "The vote will be held on 3 May 2026. A second vote will be held on 10 May 2026.",
                "The library will reopen by June 2026. The library will reopen on 3 May 2026.",
                "Bank A said it would close its branches in May 2026. Bank B said it would close its branches in June"
                        + " 2026.",
                "The court will hear the case on 4 May 2026 if the judge is well. The court will hear the case on 8 June"
                        + " 2026.",
                "The line was to open in May 2026. The line will open in June 2026.",
                "The bank will pay 25 million euros in two phases: 10 million euros by March 2026 and 15 million euros by"
                        + " June 2026.",
                "The company will hire 300 people in two phases: 100 people by March 2026 and 200 people by June 2026.",
                "The state will hold 44 percent of the company and the investors will hold 56 percent of it.",
                "The state will hold 44 percent of the bank and the city will hold 60 percent of the port.",
                "The state will hold 50.5 percent of the company and the investors will hold 49.5 percent of it.",
                "The city will build 5 miles of road in two phases: 2.5 miles by March 2026 and 2.5 miles by June 2026.",
                "The company will hire 300 people in two phases: by 2026 100 people and by 2027 200 people.",
                "The company will hire 36 people in two phases: twenty four people by March 2026 and twelve people by June"
                        + " 2026.",
                "Wages will rise by 60 percent and pensions will rise by 50 percent."
            })
    void findNoConflictInWhatAgreesOrIsOfSomethingElse(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void addUpFractionsExactly() {
        assertEquals(
                List.of("The text speaks of 5 in all (“build 5 miles of road in two phases: 2.5 miles by March 2026"
                        + " and 2.3 miles by June 2026”), but its 2 parts add up to 4.8."),
                in("The city will build 5 miles of road in two phases: 2.5 miles by March 2026 and 2.3 miles by June"
                                + " 2026.")
                        .stream()
                        .map(Conflict::explanation)
                        .toList());
    }

    @Test
    void refuseNumberThatIsNone() {
        KnowledgeFile file = KnowledgeFile.of("numbers.tsv", "two\t2\nfew\t-1\n");
        assertEquals(
                "numbers.tsv, line 2: '-1' is no number above 0",
                assertThrows(KnowledgeException.class, () -> Quantities.of(file))
                        .getMessage());
    }
}
