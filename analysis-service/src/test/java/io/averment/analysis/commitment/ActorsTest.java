package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {

    @Test
    void takeLawyerNamedAgainForNoActor() {
        String text =
                "Petra Novak, a lawyer for the museum, told reporters that the paintings would be cleaned one by one. "
                        + "The altarpiece is to be hung again by May 2027, Novak said.";
        Commitment last = Undertaken.in(text).getLast();
        assertNull(last.actor().name());
        assertTrue(
                Objects.requireNonNull(last.actor().unresolved()).candidates().contains("Novak"));
        assertEquals("Novak", last.announcer().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The wall will be rebuilt by May 2026, Mayor Petra Novak said.                     | Petra Novak
            The wall will be rebuilt by May 2026, said Petra Novak, the minister for housing. | Petra Novak
            A spokesman for Vega said the plant would be sold in May 2026.                    | Vega
            The pipes will be replaced by May 2026, a city spokeswoman said.                  | city
            """)
    void takeWhoAnswersForItForActor(String text, String actor) {
        assertEquals(actor, Undertaken.onlyOf(text).actor().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Carmaker Vega will close its plant in Dorn by June 2026.                   | Vega
            Brewer Haldor, which employs 300, agreed to freeze prices.                 | Haldor
            Telecoms group Norvik plans to cut 300 jobs by June 2026.                  | Norvik
            Carmaker Vega said on Monday that it would close its plant by June 2026.   | Vega
            Norwegian carmaker Vega, which employs 300, will close a plant by June 2026. | Vega
            """)
    void nameWhoIsBehindTheNounOfATrade(String text, String actor) {
        assertEquals(actor, Undertaken.onlyOf(text).actor().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The regulator told the bank to raise its capital by March 2026.           | the bank     | The regulator
            The ministry has told airlines to refund passengers within 30 days.       | airlines     | The ministry
            A court in Milan ordered Banca Ligure to pay 4 million euros by 1 May 2026. | Banca Ligure | A court in Milan
            The judge gave the firm three months to clear the site.                   | the firm     | The judge
            """)
    void takeWhoIsBoundForActor(String text, String actor, String binding) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(actor, commitment.actor().name());
        assertEquals(binding, commitment.announcer().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The court said Carrier Global will close its plant in Dorn by June 2026. | Carrier Global
            Carrier Global will close its plant by June 2026. The union praised Carrier Global on Monday. | Carrier Global
            “Carmaker Vega will close its plant by June 2026,” the mayor said.       | Vega
            """)
    void keepTheWholeNameThatBeginsWithATrade(String text, String actor) {
        assertEquals(actor, Undertaken.in(text).getFirst().actor().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The wall will be rebuilt by May 2026, Petra King said.
            The wall will be rebuilt by May 2026, Carole King said.
            """)
    void takeNoSurnameForABody(String text) {
        assertNull(Undertaken.onlyOf(text).actor().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Growers to be compensated;The bank will compensate its staff by May 2026.  | -
            Growers to be compensated;The state will compensate growers by May 2026.   | The state
            """)
    void takeActorOfTheSameDeedAloneForThatOfTheHeadline(String lines, String actor) {
        String headline = lines.substring(0, lines.indexOf(';'));
        String text = Report.textOf(headline, lines.substring(headline.length() + 1));
        Report report = new Report(text, headline.length(), null, null, Undertaken.PUBLISHED);
        Commitment first = Analyses.of(report)
                .document()
                .get(CommitmentAnnotator.COMMITMENTS)
                .getFirst();
        assertEquals(actor, Objects.requireNonNullElse(first.actor().name(), "-"));
    }

    @Test
    void leaveOpenWhoClosesWhatACourtOrdersClosed() {
        assertNull(Undertaken.onlyOf("The judge ordered that the school be closed by May 2026.")
                .actor()
                .name());
    }

    @Test
    void leaveOutWhatNoAuthorityTellsAnotherToDo() {
        assertEquals(List.of(), Undertaken.in("His mother told him to come home by Friday."));
        assertEquals(List.of(), Undertaken.in("The regulator told the bank to raise its capital."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Neither the union nor the company will sign the deal.   | true
            Neither Norvik nor Vega will attend the talks in May 2026. | true
            None of the parties will join the government.           | true
            Both the union and the company will sign the deal.      | false
            """)
    void negateWhatNoneOfThemWillDo(String text, boolean negated) {
        assertEquals(negated, Undertaken.onlyOf(text).negated());
    }

    @Test
    void keepThoseOfWhomNoneWillForActor() {
        assertEquals(
                "the parties",
                Undertaken.onlyOf("None of the parties will join the government.")
                        .actor()
                        .name());
    }

    @Test
    void takeItInAQuotationForNobodyWhoSpeaks() {
        String text = "“It will repair the road by May 2026,” the embassy said.";
        assertTrue(Undertaken.in(text).stream()
                .noneMatch(commitment -> "the embassy".equals(commitment.actor().name())));
    }
}
