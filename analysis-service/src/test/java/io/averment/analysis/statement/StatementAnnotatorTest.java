package io.averment.analysis.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker.Reason;
import io.averment.analysis.statement.Speaker.Unresolved;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Kind;
import io.averment.analysis.statement.Statement.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementAnnotatorTest {

    private static List<Statement> find(String text) {
        return Analyses.of(text).document().get(StatementAnnotator.STATEMENTS);
    }

    private static List<String> words(String text, List<Span> spans) {
        return spans.stream().map(span -> span.of(text)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "The quay is closed," Mara Voss said.                                        | Mara Voss | said
            "The quay is closed," said Mara Voss.                                        | Mara Voss | said
            Mara Voss said: "The quay is closed."                                        | Mara Voss | said
            Mara Voss said on Monday that "the quay is closed."                          | Mara Voss | said
            Mara Voss told reporters that "the quay is closed."                          | Mara Voss | told
            "The quay is closed," Voss told the Harbour Post.                            | Voss | told
            "Is the quay closed?" Voss asked.                                            | Voss | asked
            According to Mara Voss, work "will take until spring" at least.              | Mara Voss | According to
            Work will "take until spring," according to the harbour authority.           | the harbour authority | according to
            Work will "take until spring" at best, the ministry concluded.               | the ministry | concluded
            "The quay is closed," the embassy said in a statement.                       | the embassy | said
            "The quay is closed," a senior official told the Post.                       | a senior official | told
            "The quay is closed," a spokesman for the harbour authority said.            | a spokesman for the harbour authority | said
            "The quay is closed," Omar bin Said al-Rawi said.                            | Omar bin Said al-Rawi | said
            "The quay is closed," said Ludwig van der Meer.                              | Ludwig van der Meer | said
            "The quay is closed," said Sen. Mara Voss (R-Ohio).                          | Mara Voss | said
            "The quay is closed," Sen. Mara Voss (R-Ohio) said.                          | Mara Voss | said
            On Monday, Mara Voss, who runs the port, said "the quay is closed" for now.  | Mara Voss | said
            Mara Voss smiled and said, "The quay is closed."                             | Mara Voss | said
            The ministry's statement said that "the quay is closed" for now.             | The ministry's statement | said
            According to a readout from the Ministry of Transport, "work goes on" there. | a readout from the Ministry of Transport | According to
            The company ended the talks early, saying "work goes on" at the quay.        | The company | saying
            "The quay is closed," Voss notes.                                            | Voss | notes
            "The quay is closed," a spokesman for Mara Voss said.                        | a spokesman for Mara Voss | said
            "The quay is closed," his friend Ian Holt said.                              | Ian Holt | said
            "The quay is closed," the port's director Ian Holt said.                     | Ian Holt | said
            The ad says "nothing will ever change" here.                                 | The ad | says
            Mara Voss: "The quay is closed."                                             | Mara Voss | :
            Voss called the delay "a gift to smugglers and thieves" again.               | Voss | called
            "This is wonderful!" beamed Mara Voss of the harbour union.                  | Mara Voss | beamed
            Said Mara Voss of the harbour union, "We were all proud of it."              | Mara Voss | Said
            The rally had one message: "Close the quay."                                 | The rally | had
            The crowd chanted back at him, "Close the quay," and "Go home."              | The crowd | chanted
            "It's a hopeful day," Small, who attended the rally, said.                   | Small | said
            "I'm waiting for anyone but him," declared Mara Voss, 29, of Basra.          | Mara Voss | declared
            "I'd never word it so, but it's near the mark," replied Voss.                | Voss | replied
            "The town knows the port," the ad on the wall states.                         | the ad on the wall | states
            "The plan is fine," the European Commission said in a statement.             | European Commission | said
            "We saw it," the U.S. Geological Survey said on Monday.                      | U.S. Geological Survey | said
            "The dam is safe," engineer Lena Roth, who built it, said once more.  | engineer Lena Roth | said
            "The dam is safe," Lena Roth, head of the board that runs it, said Monday.   | Lena Roth | said
            "We will appeal at once." – Attorney General Mara Voss                       | Mara Voss | –
            "A dark day" — Amnesty International                                         | Amnesty International | —
            "If he wins, that will be it," said one well-connected friend of the port.   | one well-connected friend of the port | said
            """)
    void nameSpeakerOfSentence(String text, String speaker, String cue) {
        Statement statement = find(text).getFirst();
        assertEquals(speaker, statement.speaker().name());
        assertEquals(List.of(speaker), words(text, statement.speaker().spans()));
        assertEquals(cue.isEmpty() ? List.of() : List.of(cue), words(text, statement.cue()));
        assertEquals(1, find(text).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "We wait," said Mara Voss, the head of the port.                   | Mara Voss | the head of the port
            "We wait," Mara Voss, an adviser to Mayor Ian Holt, said.          | Mara Voss | an adviser to Mayor Ian Holt
            Mara Voss, an adviser to Mayor Ian Holt, said that "we wait" here. | Mara Voss | an adviser to Mayor Ian Holt
            "We wait," said Transport Minister Mara Voss.                      | Mara Voss | Transport Minister
            "We wait," Prime Minister Mara Voss said.                          | Mara Voss | Prime Minister
            """)
    void describeSpeaker(String text, String name, String description) {
        Speaker speaker = find(text).getFirst().speaker();
        assertEquals(name, speaker.name());
        assertEquals(description, speaker.description());
    }

    @Test
    void leavePronounUnresolvedWithCandidates() {
        String text = "\"We wait,\" Mara Voss said.\n\"It will pass,\" she added.";
        Speaker speaker = find(text).get(1).speaker();
        assertNull(speaker.name());
        assertEquals(List.of("she"), words(text, speaker.spans()));
        assertEquals(new Unresolved(Reason.PRONOUN, List.of("Mara Voss")), speaker.unresolved());
    }

    @Test
    void readIntroducedSentenceApartFromWhatIsCriticized() {
        String text = "After the mayor criticized the harbour plan, Mara Voss smiled, \"I would rather keep it.\"";
        List<Statement> found = find(text);
        assertEquals("Mara Voss", found.getLast().speaker().name());
        assertEquals(
                List.of("\"I would rather keep it.\""),
                words(text, found.getLast().content()));
        assertEquals(List.of("the harbour plan"), words(text, found.getFirst().content()));
    }

    @Test
    void carrySpeakerOverParagraphsOfOneQuotation() {
        String text = "\"We had no rope,\" said Jonas Lind. \"We had no light.\n\n"
                + "\"When the snow came we dug a hole.\n\n\"In the morning I wept.\"";
        List<Statement> found = find(text);
        assertEquals(1, found.size());
        assertEquals("Jonas Lind", found.getFirst().speaker().name());
        assertEquals(4, found.getFirst().content().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Irena cried. "He is eighty-one!" A neighbour asked for water.
            Voss looked round. "Who did this to us?" A boy raised his hand.
            """)
    void leaveBystanderAlone(String text) {
        Speaker speaker = find(text).getFirst().speaker();
        assertNull(speaker.name());
    }

    @Test
    void takeNegationWithinQuotationForNoRefusal() {
        assertEquals(
                SpeechAct.ASSERTS, find("\"I am not,\" said Voss.").getFirst().act());
    }

    @Test
    void takeNoRelativeClauseForReportingWords() {
        String text = "The crowd took up the old chant \"Close it! Close it!\" that rang through the port.";
        assertEquals(
                List.of(),
                find(text).stream()
                        .filter(statement -> "that".equals(statement.speaker().name()))
                        .toList());
    }

    @Test
    void nameNobodyForConfidantOfSomebodyNamed() {
        String text = "\"The quay is bigger than the town,\" said one Voss confidant.";
        assertEquals("one Voss confidant", find(text).getFirst().speaker().name());
    }

    @Test
    void carrySpeakerIntoNextParagraphOfNothingButQuotation() {
        String text = "\"We wait,\" Mara Voss said.\n\"It will pass, and soon.\"";
        assertEquals("Mara Voss", find(text).get(1).speaker().name());
        assertEquals(List.of(), find(text).get(1).cue());
    }

    @Test
    void sayWhenSentenceNamesNobody() {
        Speaker speaker = find("\"It will pass, and soon.\"").getFirst().speaker();
        assertEquals(List.of(), speaker.spans());
        assertEquals(new Unresolved(Reason.NO_SPEAKER_IN_SENTENCE, List.of()), speaker.unresolved());
    }

    @Test
    void nameNobodyForPassive() {
        assertEquals(
                new Unresolved(Reason.IMPERSONAL, List.of()),
                find("It was said that \"the quay would never open again\" there.")
                        .getFirst()
                        .speaker()
                        .unresolved());
    }

    @Test
    void tellWholeQuotationFromFragment() {
        assertEquals(
                Kind.DIRECT, find("\"We wait,\" Mara Voss said.").getFirst().kind());
        assertEquals(
                Kind.DIRECT, find("Voss told the Post: \"We wait.\"").getFirst().kind());
        assertEquals(
                Kind.MIXED,
                find("Voss said that \"We wait\" is all.").getFirst().kind());
        assertEquals(
                Kind.MIXED,
                find("Voss said they would \"wait as long as needed.\"")
                        .getFirst()
                        .kind());
    }

    @Test
    void joinInterruptedQuotation() {
        String text = "\"The quay,\" Voss said, \"is closed.\" \"It opens in May.\"";
        List<Statement> statements = find(text);
        assertEquals(1, statements.size());
        assertEquals(
                List.of("\"The quay,\"", "\"is closed.\"", "\"It opens in May.\""),
                words(text, statements.getFirst().content()));
        assertEquals(
                List.of("The quay,", "is closed.", "It opens in May."),
                words(text, statements.getFirst().quoted()));
    }

    @Test
    void joinQuotationOverParagraphs() {
        String text = "“The quay is closed.\n\n“It opens in May,” Voss said.";
        Statement statement = find(text).getFirst();
        assertEquals("Voss", statement.speaker().name());
        assertEquals(List.of("“The quay is closed.", "“It opens in May,”"), words(text, statement.content()));
    }

    @Test
    void takeCueFromSentenceThatEndsWithColon() {
        String text = "Mara Voss told the council this:\n\n“The quay is closed.”";
        assertEquals("Mara Voss", find(text).getFirst().speaker().name());
    }

    @Test
    void linkSameWordsSaidAgain() {
        List<Statement> statements =
                find("“We will  wait,” Voss said.\n\"Never.\" Holt said no.\n\"We will wait.\" said Voss.");
        assertNull(statements.getFirst().repeats());
        assertEquals("s1", statements.getLast().repeats());
    }

    @Test
    void leaveTermsAndTitlesAlone() {
        assertEquals(List.of(), find("The so-called \"dry port\" lies inland."));
        assertEquals(List.of(), find("Her book \"The Last Ship Out of Basra\" sold well."));
    }

    @Test
    void makeOneStatementOfNestedQuotation() {
        String text = "\"He told us, 'Wait here,' and left,\" Voss said.";
        assertEquals(1, find(text).size());
        assertEquals("Voss", find(text).getFirst().speaker().name());
    }

    @Test
    void endChainWithOutlet() {
        Report report = new Report("\"We wait,\" Voss said.", 0, "Harbour Post", null, null);
        assertEquals(
                List.of(
                        new Hop(Role.SPEAKER, List.of(new Span(11, 15)), "Voss"),
                        new Hop(Role.OUTLET, List.of(), "Harbour Post")),
                Analyses.of(report)
                        .document()
                        .get(StatementAnnotator.STATEMENTS)
                        .getFirst()
                        .chain());
    }

    @Test
    void numberStatementsByPosition() {
        assertEquals(
                List.of("s1", "s2"),
                find("\"We wait,\" Voss said.\n\"We go,\" Holt said.").stream()
                        .map(Statement::id)
                        .toList());
    }
}
