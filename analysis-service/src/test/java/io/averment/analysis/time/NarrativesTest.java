package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories, which are reckoned from where they have come to. */
class NarrativesTest {

    private static final String PUBLISHED = "2009-12-19";

    private static final String WAR =
            "The war began on 3 May 1848. On 4 June 1848 the port fell. On 9 July 1848 the king fled. "
                    + "On 2 August 1848 talks began. ";

    private static List<String> values(String more) {
        List<String> values = Times.values(WAR + more, PUBLISHED);
        return values.subList(4, values.size());
    }

    @Test
    void returnFromLookBackToStory() {
        assertEquals(
                List.of("1701 DATE 1701", "September DATE 1848-09"),
                values(
                        "The castle was built in 1701. Its walls were thick. The gate was broken. In September it burned."));
        assertEquals(
                List.of("12 March 1701 DATE 1701-03-12", "May DATE 1701-05", "September DATE 1848-09"),
                values(
                        "The old king died on 12 March 1701. In May his son came. The castle was his. In September it burned."));
    }

    @Test
    void leaveDescribingDatesAside() {
        assertEquals(
                List.of("1841 DATE 1841", "September DATE 1848-09"),
                values("A general who was born in 1841 led them. In September the town burned."));
        assertEquals(
                List.of("1846 DATE 1846", "1850 DATE 1850", "September DATE 1848-09"),
                values("Hunger reigned from 1846 to 1850. In September the town burned."));
    }

    @Test
    void followHeadings() {
        assertEquals(
                List.of("1849 DATE 1849", "February DATE 1849-02"),
                values("\n\nCampaign of 1849\n\nIn February the snow came."));
    }

    @Test
    void readDayOfMonthThatStoryIsIn() {
        assertEquals(
                List.of(
                        "the 9th DATE 1848-08-09",
                        "the 1st DATE 1848-09-01",
                        "the night of the 4th TIME 1848-09-04TNI"),
                values("On the 9th the bread ran out. By the 1st all was lost. On the night of the 4th, bells rang."));
    }

    @Test
    void readNightOfTwoDaysAsOne() {
        assertEquals(
                List.of("the night of 4 TIME 1848-09-04TNI", "5 September DATE 1848-09-05"),
                values("During the night of 4–5 September the front moved."));
    }

    @Test
    void takeQuotationsOfLivingForOfToday() {
        assertEquals(
                List.of("2009 DATE 2009", "today DATE 2009-12-19"),
                values("The town was rebuilt in 2009. Its mayor said: “It is ours today.”"));
    }

    @Test
    void leaveDeicticWordsOfQuotationsOpen() {
        assertEquals(
                List.of("today DATE XXXX-XX-XX", "tomorrow DATE XXXX-XX-XX"),
                values("The king said: “Our harbour burns today. Yours will burn tomorrow.”"));
    }
}
