package io.averment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Analysis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every annotator survives texts that are hardly any, and every day of publication. */
class OddInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "said",
                "Said.",
                "Says Roe the port is closed.",
                "Says Roe, the port is closed.",
                "Asked reporters about it.",
                "Asked, he said.",
                "\u201c\u201d",
                "\u201c\u201d said.",
                ": x",
                "X:",
                "\u2014 ",
                "\u2014 \u2014 \u2014",
                "...!?",
                "Maybe we should.",
                "It is a must.",
                "Would",
                "Will.",
                "Must have.",
                "Within 1,000,000 millennia it will end.",
                "Every 9999999th day.",
                "30 a.m. and 24:59 and 99:99.",
                "May 3 to 5 p.m. on the 31st of February.",
                "According to",
                "According to, citing.",
                "Citing, quoting.",
                "\"A\" \u2014",
                "UN \u2014 2026 \u2014",
                "Q: A: Q:",
                "The final phase will end by the second phase of the final phase.",
                "but and but and, but warned",
                "1 2 3 4 5 6 7 8 9 10 11 12",
                "He, who, which, that, said that who said.",
                "\ud83d\ude00 said \ud83d\ude00."
            })
    void surviveTextThatIsHardlyAny(String text) {
        assertEquals(text, Analyses.of(text).document().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01",
                "0000-01-01",
                "9999-12-31",
                "2024-02-29",
                "2026-11-25T23:59:60Z",
                "+12345-01-01T00:00:00Z"
            })
    void surviveDayOfPublication(String day) {
        String text = "The ministry said on Monday that work would end by June, two years late, in the next century.";
        Analysis analysis = Analyses.of(new Report(text, 0, "Post", "en", day));
        assertEquals(text, analysis.document().text());
    }
}
