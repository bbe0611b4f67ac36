package io.averment.analysis.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.time.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidAtTest {

    private static List<Statement> find(String text, @Nullable String published) {
        return Analyses.of(new Report(text, 0, null, null, published))
                .document()
                .get(StatementAnnotator.STATEMENTS);
    }

    /** Of each statement the words that say when, or "-". */
    private static String times(String text, @Nullable String published) {
        return find(text, published).stream()
                .map(Statement::saidAt)
                .map(time -> time == null ? "-" : time.span().of(text))
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The board said on Monday that the quay would open.                       | Monday
            The board said Monday that the quay would open.                          | Monday
            The board on Monday said that the quay would open.                       | Monday
            On Monday, the board said that the quay would open.                      | Monday
            Last week the board warned that the quay was unsafe.                     | Last week
            The board last week accused the port of hiding the damage.               | last week
            The quay will open in June, the board said on Monday.                    | Monday
            The quay, the board said on Monday, will open in June.                   | Monday
            The board told reporters on Monday that the quay would open.             | Monday
            "We wait," the mayor said on Monday.                                     | Monday
            "We wait," the mayor told the Tigris Wire last week.                     | last week
            The board said in a statement issued late on Sunday that it would wait.  | late on Sunday
            The board said in a statement on Sunday that it would wait.              | Sunday
            In a 2019 interview, the painter said she kept no diary.                 | 2019
            In an interview broadcast on Saturday, the painter denied the theft.     | Saturday
            A report published on Friday says the dam was built on sand.             | Friday
            Monday's statement said the talks had failed.                            | Monday
            The dam was built on sand, according to a report published last week.    | last week
            According to a 2021 study, the river has lost a third of its water.      | 2021
            The envoy met the rebels on Monday and said they were ready to talk.     | Monday
            On Monday the envoy warned of a famine and urged the donors to pay.      | Monday, Monday
            Speaking to reporters in Amman on Sunday, the envoy said it had come.    | Sunday
            The guild issued a statement on Tuesday saying it would not work.        | Tuesday
            Holm, who spoke on Friday, said the plan was sound.                      | Friday
            The prince was quoted on Monday as saying that the road was safe.        | Monday
            The archbishop called on Sunday for calm.                                | Sunday
            The archbishop called for calm on Sunday.                                | Sunday
            The ministry said it has closed the quay on Sunday.                      | Sunday
            The board said Friday the quay would open in May.                        | Friday
            The board has said on Monday that the quay would open.                   | Monday
            The strike will last until Friday, the guild said on Monday.             | Monday
            """)
    void readTimeOfCuesClause(String text, String time) {
        String first = find(text, "2025-08-18").size() == 1 || time.contains(",")
                ? times(text, "2025-08-18")
                : times(text, "2025-08-18").replaceAll("^(-, )+|, .*", "");
        assertEquals(time, first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The board said that on Monday the bank closed two branches.         | -
            The board said that the bank had closed two branches on Monday.     | -
            The board said the bank closed two branches on Monday.              | -
            The board said the line would reopen on Friday.                     | -
            On Monday the bank closed two branches, the board said.             | -
            The road will be closed for two weeks, from 1 September to 14 September, the board said. | -
            The road was closed, from 1 May to 31 May, the board said.          | -
            The quay will open, on 5 September, the board said.                 | -
            The board announced the reopening of the quay on 5 September.       | -
            "We met on Monday and agreed," the mayor said.                      | -
            Survivors of the flood of 2014 say the wall was never rebuilt.      | -
            A man arrested on Monday told the court that he had been asleep.    | -
            Holm, who left the board in 2020, said the plan was sound.          | -
            The speaker said before Thursday's vote that he would abstain.      | -
            Doctors have said since 2019 that the water is unsafe.              | -
            For years, doctors have said that the water is unsafe.              | -
            The delegation is expected to return on Friday.                     | -
            The archbishop called for elections in November.                    | -
            The council condemned Friday's attack on the port.                  | -
            The mayor wrote in an e-mail seen by the Delta Gazette on Monday that the money was gone. | -
            BASRA, Aug. 17 (Wire) – The ministry said that the quay was safe.   | -
            """)
    void takeNoTimeOfContentOrOfAnotherClause(String text, String time) {
        assertEquals(time, times(text, "2025-08-18"));
    }

    @Test
    void giveNestedStatementItsOwnTime() {
        assertEquals(
                "Monday, last year",
                times(
                        "The mayor said on Monday that the firm had promised last year to clean the river.",
                        "2025-08-18"));
        assertEquals(
                "Monday, -",
                times("The mayor said on Monday that the firm had promised to clean the river.", "2025-08-18"));
    }

    @Test
    void cutTimeOfSayingFromContent() {
        String text = "The ministry said it has closed the quay on Sunday.";
        assertEquals(
                "it has closed the quay",
                find(text, "2025-08-18").getFirst().content().getFirst().of(text));
    }

    @Test
    void leaveDayThatIsAheadToPresent() {
        assertEquals("-", times("The ministry says the quay opens on Friday.", "2025-08-18"));
    }

    @Test
    void keepTimeThatNothingAnchors() {
        Statement statement =
                find("The board said on Monday that the quay would open.", null).getFirst();
        TimeExpression time = statement.saidAt();
        assertEquals(TimeExpression.Unresolved.NO_PUBLICATION_DATE, time == null ? null : time.unresolved());
    }
}
