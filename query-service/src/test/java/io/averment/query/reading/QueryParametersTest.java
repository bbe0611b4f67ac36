package io.averment.query.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.problem.ProblemException;
import io.averment.query.record.StatementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    private static final Set<String> KNOWN =
            Set.of("outlet", "words", "kind", "article", "publishedFrom", "publishedTo", "limit", "cursor");

    private static QueryParameters given(String name, String... values) {
        return new QueryParameters(Map.of(name, List.of(values)), KNOWN);
    }

    private static String complaint(Function<QueryParameters, Object> use, String name, String... values) {
        return String.valueOf(assertThrows(ProblemException.class, () -> use.apply(given(name, values)))
                .getMessage());
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertEquals("There is no query parameter named 'spaeker' here.", complaint(p -> p, "spaeker", "x"));
        assertEquals("There is no query parameter named 'ab' here.", complaint(p -> p, "a<\n>b", "x"));
    }

    @Test
    void refusesRepeatedBlankAndLongValues() {
        assertEquals("The query parameter outlet is given more than once.", complaint(p -> p, "outlet", "a", "b"));
        assertEquals("The query parameter outlet is blank.", complaint(p -> p, "outlet", " "));
        assertEquals(
                "The query parameter outlet has more than 200 characters.",
                complaint(p -> p, "outlet", "🚢".repeat(201)));
        assertEquals(
                "The query parameter words has more than 500 characters.",
                complaint(p -> p, "words", "🚢".repeat(501)));
        assertEquals("The query parameter outlet contains NUL.", complaint(p -> p, "outlet", "a\0b"));
        assertEquals(
                Optional.of("🚢".repeat(200)), given("outlet", "🚢".repeat(200)).text("outlet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "x", "9999999999", " 5"})
    void refusesLimitsOutsideOfTheRange(String limit) {
        assertEquals(
                "The query parameter limit is not a number from 1 to 200.",
                complaint(QueryParameters::limit, "limit", limit));
    }

    @Test
    void takesLimitsInTheRange() {
        assertEquals(50, given("outlet", "a").limit());
        assertEquals(1, given("limit", "1").limit());
        assertEquals(200, given("limit", "200").limit());
    }

    @Test
    void readsDatesKindsAndIds() {
        assertEquals(
                Optional.of(LocalDate.of(2025, 8, 18)),
                given("publishedFrom", "2025-08-18").date("publishedFrom"));
        assertEquals(
                "The query parameter publishedFrom is not a date like 2026-01-31.",
                complaint(p -> p.date("publishedFrom"), "publishedFrom", "2025-02-30"));
        assertEquals(Optional.of(StatementKind.DIRECT), given("kind", "DIRECT").oneOf("kind", StatementKind.class));
        assertEquals(
                "The query parameter kind is none of DIRECT, INDIRECT, MIXED, UNKNOWN.",
                complaint(p -> p.oneOf("kind", StatementKind.class), "kind", "direct"));
        assertEquals(
                "The query parameter article is not an article's id.",
                complaint(p -> p.article("article"), "article", "17"));
    }

    @ParameterizedTest
    @CsvSource({"EN, en", "en, en", "CKB-iq, ckb-IQ", "e, e", "en_GB, en_GB"})
    void takesLanguagesInEitherCase(String written, String tag) {
        assertEquals(Optional.of(tag), given("outlet", written).language("outlet"));
    }

    @Test
    void tellsHowToWriteAPlus() {
        String told = "The query parameter outlet is not an instant with an offset like 2026-01-31T12:00:00Z.";

        assertEquals(
                told + " A + in an address is a blank: write it %2B.",
                complaint(p -> p.instant("outlet"), "outlet", "2026-01-31T12:00:00 01:00"));
        assertEquals(told, complaint(p -> p.instant("outlet"), "outlet", "2026-01-31"));
    }

    @Test
    void refusesRangesThatEndBeforeTheyBegin() {
        QueryParameters parameters = new QueryParameters(
                Map.of("publishedFrom", List.of("2025-08-19"), "publishedTo", List.of("2025-08-18")), KNOWN);

        assertThrows(ProblemException.class, () -> Publication.of(parameters));
    }

    @Test
    void leavesPagingOutOfTheFilters() {
        QueryParameters parameters = new QueryParameters(
                Map.of("outlet", List.of("a"), "limit", List.of("3"), "cursor", List.of("c")), KNOWN);

        assertEquals(Map.of("outlet", "a"), parameters.filters());
    }
}
