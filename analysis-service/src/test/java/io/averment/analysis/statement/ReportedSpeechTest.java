package io.averment.analysis.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker.Reason;
import io.averment.analysis.statement.Statement.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedSpeechTest {

    private static List<Statement> find(String text) {
        return Analyses.of(text).document().get(StatementAnnotator.STATEMENTS);
    }

    private static String words(String text, List<Span> spans) {
        return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
    }

    private static List<String> chain(Statement statement) {
        return statement.chain().stream()
                .map(hop -> hop.role() + " " + hop.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The ministry said that the quay would open in May.             | The ministry | that the quay would open in May | ASSERTS
            The ministry said the quay would open in May.                  | The ministry | the quay would open in May | ASSERTS
            The quay would open in May, the ministry said.                 | the ministry | The quay would open in May | ASSERTS
            The quay, a senior official said, would open in May.           | a senior official | The quay … would open in May | ASSERTS
            The minister denied that the quay had been closed.             | The minister | that the quay had been closed | DENIES
            The company vowed to open the quay in May.                     | The company | to open the quay in May | PROMISES
            The union called for new elections.                            | The union | new elections | DEMANDS
            The union urged the port to open the quay.                     | The union | the port to open the quay | DEMANDS
            The ministry warned that the quay was unsafe.                  | The ministry | that the quay was unsafe | WARNS
            The union accused the port of hiding the damage.               | The union | the port of hiding the damage | ACCUSES
            The port confirmed that the quay was unsafe.                   | The port | that the quay was unsafe | CONFIRMS
            The spokesman declined to comment.                             | The spokesman | to comment | DECLINES
            The mayor proposed building a second quay.                     | The mayor | building a second quay | PROPOSES
            The mayor asked whether the quay was safe.                     | The mayor | whether the quay was safe | ASKS
            Critics condemned the decision.                                | Critics | the decision | JUDGES
            The mayor believes that the quay is safe.                      | The mayor | that the quay is safe | HOLDS
            According to the ministry, the quay will open in May.          | the ministry | the quay will open in May | ASSERTS
            The quay will open in May, according to the ministry.          | the ministry | The quay will open in May | ASSERTS
            BASRA (Wire) – The ministry said that the quay would open.     | The ministry | that the quay would open | ASSERTS
            """)
    void readWhoSaidWhat(String text, String speaker, String content, SpeechAct act) {
        Statement statement = find(text).getFirst();
        assertEquals(content, words(text, statement.content()));
        assertEquals(speaker, words(text, statement.speaker().spans()));
        assertEquals(act, statement.act());
        assertEquals(Kind.INDIRECT, statement.kind());
    }

    @Test
    void nameNobodyForWhatIsExpected() {
        Statement statement = find("The quay is expected to open in May.").getFirst();
        assertEquals(
                Reason.IMPERSONAL,
                Objects.requireNonNull(statement.speaker().unresolved()).reason());
        assertEquals(SpeechAct.HOLDS, statement.act());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministry said that the quay may open in May.      | true
            The ministry said that the quay will probably open.   | true
            The ministry said that the quay will open in May.     | false
            The ministry said that those who may enter must wait. | false
            """)
    void tellWhatIsLeftOpen(String text, boolean hedged) {
        assertEquals(hedged, find(text).getFirst().hedged());
    }

    @Test
    void declineToSayWhatIsNeitherDeniedNorConfirmed() {
        assertEquals(
                SpeechAct.DECLINES,
                find("The minister did not deny that the quay was closed.")
                        .getFirst()
                        .act());
        assertEquals(
                SpeechAct.DECLINES,
                find("The minister did not confirm that the quay was closed.")
                        .getFirst()
                        .act());
    }

    @Test
    void followWordsFromSpeakerToOutlet() {
        Report report = new Report(
                "The embassy said in a statement to the Iraqi News Agency that the mission would end.",
                0,
                "Harbour Post",
                null,
                null);
        Statement statement = Analyses.of(report)
                .document()
                .get(StatementAnnotator.STATEMENTS)
                .getFirst();
        assertEquals(
                List.of(
                        "SPEAKER The embassy",
                        "MEDIUM a statement to the Iraqi News Agency",
                        "AGENCY Iraqi News Agency",
                        "OUTLET Harbour Post"),
                chain(statement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The White House said it was sad.                                      | White House | it was sad
            CEO Ingrid Dahl praised staff but criticised the unions.              | Ingrid Dahl | the unions
            Dahl told investors demand was strong but warned of higher costs.     | Dahl | higher costs
            The town, says the mayor, has other things to pay for.                | the mayor | The town … has other things to pay for
            U.N. chief Antonio Guterres, in a tweet, called for calm.             | Antonio Guterres | calm
            A source close to the talks, who declined to be named, said it ended. | A source close to the talks | it ended
            Wire, quoting a port spokesman, said the road was open.               | Wire | the road was open
            The Harbour Post, quoting a port spokesman, said the road was open.   | a port spokesman | the road was open
            According to the Harbour Post, citing an aide, the road was open.     | an aide | the road was open
            The Harbour Post quoted Uy as saying that the road was open.          | Uy | that the road was open
            Uy was quoted as saying that the road was open.                       | Uy | that the road was open
            Ukraine said it was ready; Belarus said nothing.                      | Ukraine | it was ready
            Prosecutors in Lima allege that the governor took bribes.             | Prosecutors in Lima | that the governor took bribes
            Some analysts note that the dam is old.                               | Some analysts | that the dam is old
            Minister: schools to reopen in May                                    | Minister | schools to reopen in May
            AUSTIN, Texas — April 14, 2026 — Pumpwell said on Monday it would close.  | Pumpwell | it would close
            """)
    void findSpeakerInTangledSentence(String text, String speaker, String content) {
        Statement statement = find(text).getLast();
        assertEquals(content, words(text, statement.content()));
        assertEquals(speaker, statement.speaker().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Neither Griggs nor Tran confirmed the report.
            No one confirmed the report.
            The mayor said nothing.
            """)
    void reportNothingOfThoseWhoAreSaidNotToSpeak(String text) {
        assertEquals(List.of(), find(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The aide said she was ill and was unable to travel.    | she was ill and was unable to travel
            The aide said it was late, and that they should leave. | it was late, and that they should leave
            The aide said she came only because he had agreed.     | she came only because he had agreed
            The aide said the union feared a strike.               | the union feared a strike
            """)
    void readWholeOfWhatIsReported(String text, String content) {
        List<Statement> found = find(text);
        assertEquals(
                List.of(content),
                found.stream()
                        .map(statement -> words(text, statement.content()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The minister said:@@- The port is open.@- The road is closed.@@All was calm. | The port is open … The road is closed
            The union demanded:@@1. Higher wages by May.@2. An end to night shifts.      | Higher wages by May … An end to night shifts
            The mayor said several things. The quay is safe. The bridge is not.          | The quay is safe … The bridge is not
            """)
    void readWhatOneCueSaysOverSeveralSentences(String lines, String content) {
        String text = lines.replace("@", "\n");
        List<Statement> found = find(text);
        assertEquals(
                List.of(content),
                found.stream()
                        .map(statement -> words(text, statement.content()))
                        .toList());
    }

    @Test
    void endWhatIsReportedBeforeItsSource() {
        String text = "The aides said the quay would open in May, according to the harbour board.";
        List<Statement> found = find(text);
        assertEquals(
                List.of(
                        "The aides said the quay would open in May, the harbour board",
                        "the quay would open in May, The aides"),
                found.stream()
                        .map(statement -> words(text, statement.content()) + ", "
                                + statement.speaker().name())
                        .toList());
    }

    @Test
    void nestWhatIsToldInOtherWords() {
        String text = "“The quay is closed”, Voss added, according to the Harbour Post report.";
        List<Statement> statements = find(text);
        assertEquals(2, statements.size());
        assertNull(statements.getFirst().parent());
        Statement inner = statements.getLast();
        assertEquals("s1", inner.parent());
        assertEquals("“The quay is closed”", words(text, inner.content()));
        assertEquals(List.of("SPEAKER Voss", "MEDIUM the Harbour Post report", "AGENCY Harbour Post"), chain(inner));
    }

    @Test
    void keepFragmentsWithinTheirClause() {
        String text = "The two sides \"touched upon trade,\" the ministry said.";
        Statement statement = find(text).getFirst();
        assertEquals(Kind.MIXED, statement.kind());
        assertEquals("The two sides \"touched upon trade,\"", words(text, statement.content()));
        assertEquals("touched upon trade,", words(text, statement.quoted()));
    }

    @Test
    void readHeadline() {
        String text = "Ministry: Talks to resume in May\n\nTrade rose.";
        Statement statement = find(text).getFirst();
        assertEquals("Talks to resume in May", words(text, statement.content()));
        assertEquals("Ministry", statement.speaker().name());
        assertEquals(List.of(), find("Update: Talks to resume in May\n\nTrade rose."));
    }

    @Test
    void readTurnsOfTranscript() {
        String text = "Q: Is it safe?\n\nA: It is. We tested it.\n\nQ: When?";
        List<Statement> statements = find(text);
        assertEquals(
                List.of(SpeechAct.ASKS, SpeechAct.ASSERTS, SpeechAct.ASKS),
                statements.stream().map(Statement::act).toList());
        assertEquals("It is. We tested it.", words(text, statements.get(1).content()));
        assertEquals(Kind.DIRECT, statements.get(1).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"We wait, Mara Voss said. The quay is closed.",
                "We wait,\" Mara Voss said.",
                "THE MINISTER SAID THAT THE QUAY WAS CLOSED, ADDING THAT IT WOULD OPEN.",
                "\"One.\" \"Two.\" \"Three.\"",
                "said said said that that according to according",
                "T he mini ster sa1d th@t ~~ the qu ay",
                ": : : \"\" '' ``"
            })
    void surviveWhateverComes(String text) {
        for (Statement statement : find(text)) {
            for (Span span : statement.content()) {
                assertTrue(span.start() < span.end() && span.end() <= text.length());
            }
        }
    }
}
