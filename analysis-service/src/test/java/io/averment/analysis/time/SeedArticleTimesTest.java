package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The article beside the repository for which the system was thought up; where it is not there, there is nothing to test. */
class SeedArticleTimesTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "seed-article.txt");

    private static List<TimeExpression> times(@Nullable String publishedAt) throws IOException {
        assumeTrue(Files.isReadable(ARTICLE));
        return Times.of(Files.readString(ARTICLE), publishedAt);
    }

    private static List<String> values(List<TimeExpression> times) {
        return times.stream().map(TimeExpression::value).distinct().toList();
    }

    @Test
    void resolveEachTimeWithPublicationDate() throws IOException {
        List<String> values = values(times("2025-08-18"));
        for (String expected : List.of(
                "2025-08-18",
                "2025-08-17",
                "2025-09",
                "2026-09",
                "2014",
                "2017-12",
                "2021",
                "2024-01",
                "P2Y",
                "P10Y")) {
            assertTrue(values.contains(expected), expected + " in " + values);
        }
    }

    @Test
    void resolveMonthsOnlyWithoutPublicationDate() throws IOException {
        List<TimeExpression> times = times(null);
        List<String> values = values(times);
        for (String expected : List.of("XXXX-WXX-1", "XXXX-WXX-7", "2025-09", "2026-09", "2017-12", "2024-01")) {
            assertTrue(values.contains(expected), expected + " in " + values);
        }
        assertEquals(
                List.of(),
                times.stream()
                        .filter(time -> time.value().startsWith("XXXX-WXX") && time.earliest() != null)
                        .toList());
    }
}
