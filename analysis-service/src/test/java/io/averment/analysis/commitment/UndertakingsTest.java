package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndertakingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The airport authority will phase out paper boarding passes by the end of 2026. | FIRM     | The airport authority | phase out paper boarding passes | 2026
            The president vowed to veto the bill.                                | FIRM     | The president         | veto the bill              | -
            The railway promised to refund passengers within 14 days.            | FIRM     | The railway           | refund passengers          | ../2025-09-01
            Denmark intends to double its aid in 2027.                           | INTENDED | Denmark               | double its aid             | 2027
            The company must repay the loan by 1 December 2025.                  | FIRM     | The company           | repay the loan             | 2025-12-01
            Under the ceasefire, both armies are to pull back by 24 August 2025. | FIRM     | both armies           | pull back                  | 2025-08-24
            Parliament is expected to vote on the budget on 12 December 2025.    | EXPECTED | Parliament            | vote on the budget         | 2025-12-12
            A court ordered the bank to sell its insurance arm by 1 March 2026.  | FIRM     | the bank              | sell its insurance arm     | 2026-03-01
            The company is committed to closing the plant by 2030.               | FIRM     | The company           | closing the plant          | 2030
            Lena Moss, the mayor of Dorn, said she would close the pool in May 2026. | FIRM | Lena Moss             | close the pool             | 2026-05
            The bridge will be closed in May 2026, the ministry said.            | FIRM     | the ministry          | closed                     | 2026-05
            Egypt expects a second runway to be finished by May 2027.            | EXPECTED | Egypt                 | finished                   | 2027-05
            The company said it was on track to deliver the packs by May 2026.   | EXPECTED | The company           | deliver the packs          | 2026-05
            The maker is set for a launch of its van in May 2026.                | FIRM     | The maker             | a launch of its van        | 2026-05
            Under the new law, the banks have to publish their fees.             | FIRM     | the banks             | publish their fees         | -
            The judges have to retire by 1 May 2026.                             | FIRM     | The judges            | retire                     | 2026-05-01
            The county pledged to pay arrears by 30 November 2025.               | FIRM     | The county            | pay arrears                | 2025-11-30
            The party promised to name its candidate before the April election.  | FIRM     | The party             | name its candidate         | 2026-04
            The ministry will vote on next year's budget on 4 May 2026.          | FIRM     | The ministry          | vote on next year's budget | 2026-05-04
            A regulator gave the firm 90 days to repair the track.               | FIRM     | the firm              | repair the track           | ../2025-11-16
            The line will not open until 2027, the agency said.                  | FIRM     | the agency            | not open                   | 2027
            No child will be sent home before May 2026, the minister said.       | FIRM     | the minister          | sent home                  | ../2026-04-30
            """)
    void readWhoUndertakesWhatByWhen(String text, Strength strength, String actor, String act, String edtf) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(strength, commitment.strength());
        assertEquals(actor, commitment.actor().name());
        assertEquals(act, commitment.act().of(text));
        Deadline deadline = commitment.deadline();
        assertEquals(edtf, deadline == null ? "-" : Objects.toString(deadline.edtf()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge will be closed in May 2026.",
                "The talks resume on 4 June 2026.",
                "The vote is due on 4 June 2026.",
                "The works should be finished by March 2026."
            })
    void leaveOpenWhoDoesWhatNobodyIsNamedFor(String text) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(
                Party.Reason.NO_AGENT,
                Objects.requireNonNull(commitment.actor().unresolved()).reason());
        assertEquals(
                Party.Reason.NOT_ATTRIBUTED,
                Objects.requireNonNull(commitment.announcer().unresolved()).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maria Lopez visited the site on Monday. The new bridge will open in May 2026.          | The new bridge | Maria Lopez
            Prime Minister Anna Berg met farmers on Monday. The law takes effect on 1 January 2026. | The law       | Anna Berg
            Mayor John Smith praised the crews. The strike begins on Friday.                       | The strike     | John Smith
            Judge Ada Finch ordered a halt. The trial begins on 4 September 2025.                  | The trial      | Ada Finch
            President Ali Osman visited Cairo on Sunday. The ban ends on 1 October 2025.           | The ban        | Ali Osman
            Petra Novak opposes the tax. The tax will be scrapped in May 2026.                     | The tax        | Petra Novak
            The strike begins on Friday. Mayor John Smith praised the crews.                       | The strike     | John Smith
            """)
    void nameWhoStandsBesideOnlyAsCandidate(String text, String object, String candidate) {
        Commitment commitment = Undertaken.onlyOf(text);
        Party.Unresolved gap = Objects.requireNonNull(commitment.actor().unresolved());
        assertEquals(Party.Reason.NO_AGENT, gap.reason());
        assertEquals(List.of(candidate), gap.candidates());
        assertEquals(object, Objects.requireNonNull(commitment.object()).of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The company built a plant in Dorn. Its plant will open in May 2026.           | The company
            The company built a plant in Dorn. The company's plant will open in May 2026. | The company
            The company built a plant in Dorn last year. The plant will open in May 2026. | The company
            The city has bought the pool. The pool will be closed in May 2026.            | The city
            """)
    void takeWhoStandsBesideWhereTheThingIsTheirs(String text, String actor) {
        assertEquals(actor, Undertaken.onlyOf(text).actor().name());
    }

    @Test
    void leaveOutPersonBesideThingThatOpens() {
        List<Commitment> commitments =
                Undertaken.in("Petra Novak plans to resign in May 2026. The new bridge will open in June 2026.");
        assertEquals("Petra Novak", commitments.getFirst().actor().name());
        assertNull(commitments.getLast().actor().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm Edda will make landfall on Friday.",
                "Tropical Storm Gil will pass north of Bermuda on Friday.",
                "Voting ends at 8 p.m. on Sunday.",
                "Polls close at 9 p.m. on Sunday.",
                "Ramadan begins on 18 February 2026.",
                "Advent begins on 30 November 2025.",
                "Hanukkah starts on 14 December 2025.",
                "The flight is delayed.",
                "The opening is delayed.",
                "They should pay tomorrow.",
                "He should resign on Monday.",
                "No firm has to report leaks by 1 May 2026."
            })
    void leaveOutCalendarWeatherStatesAndOpinions(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The launch is delayed until 2027.                       | The launch
            The company should deliver the trams by March 2026.     | deliver the trams
            Under the new law, the firms have to publish their data. | publish their data
            """)
    void keepWhatIsWordedAlike(String text, String act) {
        assertEquals(act, Undertaken.onlyOf(text).act().of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The school board has no plans to reopen the pool.  | reopen the pool
            The committee will not meet in May 2026.           | not meet
            The union ruled out a strike.                      | a strike
            The mayor promised that no tenant would be evicted. | evicted
            """)
    void keepWhatIsUndertakenNotToBeDone(String text, String act) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertTrue(commitment.negated());
        assertEquals(act, commitment.act().of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It will rain on Tuesday.",
                "Prices are expected to rise in 2027.",
                "The team will remember the defeat.",
                "Analysts said the bank would raise rates in June 2026.",
                "Will the port close in May?",
                "The minister will probably resign.",
                "The plan would cost two million dollars.",
                "The union called on the ministry to raise wages.",
                "The port could close by June 2026.",
                "He had planned to leave.",
                "Nobody knows who will lead the party.",
                "If the ministry will not pay, the school closes.",
                "You will see the castle from the bridge.",
                "It will take years to rebuild the town.",
                "The city sold the land in 2014.",
                "Luxembourg will not meet its goal.",
                "The new law will make it harder to evict tenants.",
                "The minister dismissed reports that he would resign in May 2026.",
                "The bank rejected claims that it would close branches by June 2026.",
                "There is no truth in reports that the company will leave the city by May 2026.",
                "It is not true that we will close the plant in 2026, the company said.",
                "It is unlikely that the road will be finished by June 2026.",
                "Rumours that the harbour would be sold by Christmas were false.",
                "The mayor denied promising to cut fares by March 2026.",
                "The truce will hold.",
                "Some 44% of those will stay at home.",
                "Analysts expect the bank to raise rates by June 2026."
            })
    void leaveOutWhatNobodyUndertakes(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }

    @Test
    void countCoordinatedActsAlone() {
        String text = "The ministry agreed to hire 40 nurses and open two wards.";
        assertEquals(
                List.of("hire 40 nurses", "open two wards"),
                Undertaken.in(text).stream().map(found -> found.act().of(text)).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bank will close 30 branches if the merger fails.      | if the merger fails
            The council will not sell the park unless the state agrees. | unless the state agrees
            Should the Senate reject it, I will veto the bill.        | Should the Senate reject it
            Were the talks to fail, the union would strike from 4 May 2026. | Were the talks to fail
            Subject to the approval of members, the club will sell its ground. | Subject to the approval of members
            """)
    void readWhatItDependsOn(String text, String condition) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(Strength.CONDITIONAL, commitment.strength());
        assertEquals(condition, Objects.requireNonNull(commitment.condition()).of(text));
    }

    @Test
    void orderPhasesAndCountThem() {
        String text = "The army will withdraw in two phases. The first phase will end by 31 March 2026. "
                + "The final phase will end by 30 June 2026.";
        List<Commitment> commitments = Undertaken.in(text);
        assertEquals(3, commitments.size());
        assertEquals(new Phase(1, 2, "The first phase"), commitments.get(1).phase());
        assertEquals(new Phase(2, 2, "The final phase"), commitments.get(2).phase());
    }

    @Test
    void nameWhoAnnouncedItAndInWhichStatement() {
        Commitment commitment = Undertaken.onlyOf(
                "President Maria Osei told parliament that the army would leave the camp by 1 May 2026.");
        assertEquals("the army", commitment.actor().name());
        assertEquals("Maria Osei", commitment.announcer().name());
        assertEquals("s1", commitment.statement());
    }

    @Test
    void moveNoDayThatHasJustPassed() {
        assertNull(
                Undertaken.onlyOf("The bank will open a branch on 14 August.").deadline());
    }

    @Test
    void negateWhatIsVowedNeverToBeDone() {
        assertTrue(Undertaken.onlyOf("The mayor vowed never to raise the fare.").negated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor denied that she would leave the council by May.",
                "The mayor has not promised to raise the fare.",
                "Norway will scrap its coal tax.",
            })
    void leaveOutWhatIsDeniedOrNotPromised(String text) {
        assertEquals(
                List.of(),
                Undertaken.in(text).stream()
                        .filter(commitment ->
                                commitment.outcome() != null || commitment.negated() || text.contains("denied"))
                        .toList());
    }

    @Test
    void leaveOutWhatTakesItsCourse() {
        assertEquals(List.of(), Undertaken.in("“It will pass,” she added."));
    }

    @Test
    void takeNothingThatIsOnlyACondition() {
        String text = "The city will pay the bill if the ministry will share the cost.";
        assertEquals(
                List.of("pay the bill"),
                Undertaken.in(text).stream().map(found -> found.act().of(text)).toList());
    }

    @Test
    void nameWhoBindsAnother() {
        Commitment commitment = Undertaken.onlyOf("A judge gave the firm 60 days to clear the yard.");
        assertEquals("A judge", commitment.announcer().name());
        assertEquals("the firm", commitment.actor().name());
    }

    @Test
    void nameActorOfSentenceBehindAsCandidate() {
        Commitment commitment =
                Undertaken.onlyOf("The vote has been moved to April 2026. The commission needs more time.");
        assertEquals(
                List.of("The commission"),
                Objects.requireNonNull(commitment.actor().unresolved()).candidates());
    }

    @Test
    void readHeadline() {
        String headline = "City to build new school";
        Report report = new Report(Report.textOf(headline, "Nobody said why."), headline.length(), null, null, null);
        List<Commitment> commitments = Analyses.of(report).document().get(CommitmentAnnotator.COMMITMENTS);
        assertEquals(1, commitments.size());
        assertEquals("build new school", commitments.getFirst().act().of(report.text()));
    }

    @Test
    void leaveLengthOpenWithoutPublicationDate() {
        String text = "The railway promised to refund passengers within 14 days.";
        Deadline deadline = Objects.requireNonNull(Analyses.of(text)
                .document()
                .get(CommitmentAnnotator.COMMITMENTS)
                .getFirst()
                .deadline());
        assertEquals("within 14 days", deadline.words().of(text));
        assertEquals(Deadline.Relation.WITHIN, deadline.relation());
        assertEquals(null, deadline.latest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "will will will to to be expected to to",
                "X will",
                "to",
                "The set due for by by by 2026 2026.",
                "If if unless unless until until.",
                "THE MINISTRY WILL CLOSE THE BRIDGE IF IF BY MAY.",
                "\"We will, we will,\" he will will said said.",
                "phase phase first first two phases second"
            })
    void surviveWhateverComes(String text) {
        for (Commitment commitment : Undertaken.in(text)) {
            Span act = commitment.act();
            assertTrue(act.start() < act.end() && act.end() <= text.length());
        }
    }
}
