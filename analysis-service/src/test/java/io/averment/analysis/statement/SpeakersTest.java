package io.averment.analysis.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakersTest {

    private static List<String> find(String text) {
        return Analyses.of(text).document().get(StatementAnnotator.STATEMENTS).stream()
                .map(statement -> words(text, statement.speaker().spans()) + ": " + words(text, statement.content()))
                .toList();
    }

    private static String words(String text, List<Span> spans) {
        return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The union sued Day for saying he would cheat.                     | Day: he would cheat
            The club fined Day for suggesting he would leave.                 | Day: he would leave
            Day was sued for saying he would cheat.                           | Day: he would cheat
            Omar Rashid was suspended after saying he would leave.            | Omar Rashid: he would leave
            Day faced scorn for saying he would leave.                        | Day: he would leave
            The bank, the court ordered, must repay its customers by May.     | the court: The bank … must repay its customers by May
            The bank must, the court ordered, repay its customers.            | the court: The bank must … repay its customers
            The company, a judge ruled, had broken the law.                   | a judge: The company … had broken the law
            Day, the tribunal found, lied to investors.                       | the tribunal: Day … lied to investors
            "We wait," she said by telephone.                                 | she: "We wait,"
            "We wait," said by telephone a spokesman.                         | a spokesman: "We wait,"
            "We wait," wrote in an e-mail Nadia Rahal.                        | Nadia Rahal: "We wait,"
            "We wait," Omar said by e-mail.                                   | Omar: "We wait,"
            "We wait," said Omar by phone.                                    | Omar: "We wait,"
            Reached by phone, Holm said the plan was sound.                   | Holm: the plan was sound
            The Health Secretary, Wes Harding, said the plan was sound.       | Wes Harding: the plan was sound
            A teammate, Jordan Bell, said he would retire.                    | Jordan Bell: he would retire
            Goalkeeper Leo Brandt told reporters he was leaving.              | Goalkeeper Leo Brandt: he was leaving
            A senior official told reporters the road was closed.             | A senior official: the road was closed
            The company denied reports that it would cut 500 jobs.            | The company: that it would cut 500 jobs
            """)
    void findWhoSpeaks(String text, String statement) {
        assertEquals(List.of(statement), find(text));
    }

    @Test
    void giveDeniedReportToThePaperAndItsDenialToTheDenier() {
        assertEquals(
                List.of("Officials: that the bank had failed", "New York Times: that the bank had failed"),
                find("Officials denied a New York Times report that the bank had failed."));
    }

    @Test
    void keepSpeakersOfNestedClausesApart() {
        assertEquals(
                List.of("Berg: would quit", "Holm: to comment"),
                find("Holm, who Berg said would quit, declined to comment."));
    }

    @Test
    void takeNoTimeForSpeaker() {
        assertEquals(
                List.of(": The ferry will sail again in June, its owner, Dana Holm"),
                find("The ferry will sail again in June, its owner, Dana Holm, said on Thursday."));
    }
}
