package io.averment.analysis.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuotationAnnotatorTest {

    private static List<Quotation> find(String text) {
        return Analyses.of(text).document().get(QuotationAnnotator.QUOTATIONS);
    }

    /** Each quotation as the words of its parts, joined by a bar. */
    private static void assertQuotations(String text, String... quotations) {
        assertEquals(
                List.of(quotations),
                find(text).stream()
                        .map(quotation -> quotation.spans().stream()
                                .map(span -> span.of(text))
                                .collect(Collectors.joining("|")))
                        .toList());
    }

    @Test
    void findStraightAndCurlyMarks() {
        assertQuotations("He said \"one two\" and “three four”.", "\"one two\"", "“three four”");
    }

    @Test
    void leaveMarksOutOfTheInside() {
        String text = "“Yes,” she said.";
        assertEquals("Yes,", find(text).getFirst().insides().getFirst().of(text));
    }

    @Test
    void keepNestedQuotationsInside() {
        assertQuotations("“He said ‘never’ to me,” she said.", "“He said ‘never’ to me,”");
        assertQuotations("\"He said 'never' to me,\" she said.", "\"He said 'never' to me,\"");
        assertQuotations("“He said “never” to me,” she said.", "“He said “never” to me,”");
        assertQuotations("\"He said \"never\" to me,\" she said.", "\"He said \"never\" to me,\"");
    }

    @Test
    void keepNestedMarksThatCloseTogether() {
        assertQuotations("\"She told us, 'Wait here.'\" He waited.", "\"She told us, 'Wait here.'\"");
    }

    @Test
    void joinParagraphsThatOpenAnew() {
        assertQuotations("“We came early.\n\n“We stayed late,” he said.", "“We came early.|“We stayed late,”");
        assertQuotations(
                "\"We came early.\r\n\r\n\"We stayed late,\" he said.", "\"We came early.|\"We stayed late,\"");
    }

    @Test
    void endUnclosedQuotationWithItsParagraph() {
        String text = "“We came early.\n\nNobody stayed. “Really,” he said.";
        assertQuotations(text, "“We came early.", "“Really,”");
        assertEquals(
                List.of(false, true), find(text).stream().map(Quotation::closed).toList());
    }

    @Test
    void dropOuterMarkWithoutPartner() {
        assertQuotations("\"The report said \"no\" and \"never\".", "\"no\"", "\"never\"");
    }

    @Test
    void readApostrophesAsNone() {
        assertQuotations("It's the boys' game, the '90s, rock 'n' roll and O’Neil’s ‘90s.");
    }

    @Test
    void findSingleMarks() {
        assertQuotations("'We won't go,' she said.", "'We won't go,'");
        assertQuotations("‘We won’t go,’ she said.", "‘We won’t go,’");
        assertQuotations("‘He said “go” twice,’ she said.", "‘He said “go” twice,’");
    }

    @Test
    void readMeasuresAsNone() {
        assertQuotations("A 12\" pipe, 6'2\" tall, and a 5\" one.");
        assertQuotations("The \"6'2\" man\" sat.", "\"6'2\" man\"");
    }

    @Test
    void findAngledAndLowMarks() {
        assertQuotations("Il dit «jamais» puis „niemals”.", "«jamais»", "„niemals”");
    }

    @Test
    void findNothingInEmptyMarks() {
        assertQuotations("He said \"\" and “”.");
    }

    @Test
    void ignoreStrayClosingMark() {
        assertQuotations("It ended” there. “Yes,” he said.", "“Yes,”");
    }
}
