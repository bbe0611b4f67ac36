package io.averment.stack.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {

    @Test
    void declaresTopicsOfTheProduct() throws Exception {
        List<Topic> topics = TopicFile.declared();

        assertEquals(
                List.of(
                        "averment.articles.live.v1",
                        "averment.articles.backfill.v1",
                        "averment.articles.reanalysis.v1",
                        "averment.articles.withdrawn.v1",
                        "averment.articles.dead.v1",
                        "averment.analyses.live.v1",
                        "averment.analyses.backfill.v1",
                        "averment.analyses.reanalysis.v1",
                        "averment.analyses.dead.v1"),
                topics.stream().map(Topic::name).toList());
    }

    @Test
    void readsNamePartitionsAndSettings() {
        assertEquals(
                List.of(new Topic("a.b", 4, Map.of("max.message.bytes", "8388608", "cleanup.policy", "delete"))),
                TopicFile.parse("t", "# a comment\n\n  a.b  4 max.message.bytes=8388608\tcleanup.policy=delete\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    b            | expected a name and a number of partitions
                    b 0          | not a number of partitions from 1 to 9999: 0
                    b many       | not a number of partitions from 1 to 9999: many
                    b! 1         | not a topic name: b!
                    b 1 cleanup  | not a setting of the form key=value: cleanup
                    b 1 =delete  | not a setting of the form key=value: =delete
                    a 1          | declared twice: a
                    """)
    void refusesBadLineByFileAndNumber(String line, String reason) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> TopicFile.parse("topics.txt", "# comment\na 1\n" + line));

        assertEquals("topics.txt:3: " + reason, failure.getMessage());
    }
}
