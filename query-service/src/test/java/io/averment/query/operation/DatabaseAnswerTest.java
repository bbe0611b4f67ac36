package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.operation.DatabaseAnswer.Role;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08001 | the database cannot be reached; look whether it runs, and at its address QUARKUS_DATASOURCE_JDBC_URL (state 08001)
            28P01 | the database does not take the name and password in AVERMENT_MIGRATION_USERNAME and AVERMENT_MIGRATION_PASSWORD (state 28P01)
            3D000 | there is no such database; look at its address QUARKUS_DATASOURCE_JDBC_URL (state 3D000)
            42P01 | tables or rights are not there; migrate first, and look at the name in AVERMENT_MIGRATION_USERNAME (state 42P01)
            22P02 | the database answered with the state 22P02
            """)
    void tellsWhatToDo(String state, String told) {
        assertEquals(told, DatabaseAnswer.told(new SQLException("words of a report", state), Role.OWNER));
    }

    @Test
    void findsTheAnswerBehindAFailure() {
        SQLException answer = new SQLException("x", "28P01");

        assertEquals(
                Optional.of(answer),
                DatabaseAnswer.in(new IllegalStateException(new IllegalArgumentException(answer))));
        assertEquals(Optional.empty(), DatabaseAnswer.in(new IllegalStateException("y")));
        assertEquals(
                "the database does not take the name and password in QUARKUS_DATASOURCE_USERNAME and"
                        + " QUARKUS_DATASOURCE_PASSWORD (state 28P01)",
                DatabaseAnswer.told(answer, Role.SERVICE));
    }
}
