package io.averment.stack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.commandline.UsageFailure;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

    @Test
    void saysWhereItStandsAndWhy() {
        DeadLetter letter = letter();

        assertEquals("averment.articles.dead.v1/2/17", letter.position().toString());
        assertEquals("RULE_BROKEN: no text", letter.reason());
        assertEquals("the-article", letter.article());
        assertEquals("averment.articles.live.v1/1/99", letter.from());
    }

    @Test
    void restoresOriginalWithoutItsDeath() {
        var original = letter().original("averment.articles.live.v1");

        assertEquals("averment.articles.live.v1", original.topic());
        assertArrayEquals("key".getBytes(UTF_8), original.key());
        assertArrayEquals("body".getBytes(UTF_8), original.value());
        assertEquals(
                List.of("ce_id", "ce_subject"),
                Arrays.stream(original.headers().toArray()).map(Header::key).toList());
    }

    @Test
    void readsPositionAsItIsWritten() throws Exception {
        assertEquals("a.dead.v1/3/12", Position.parse("a.dead.v1/3/12").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/1", "a/x/1", "a/1/-1", "a b/1/2", "a/1/2/3"})
    void refusesOtherPosition(String text) {
        assertThrows(UsageFailure.class, () -> Position.parse(text));
    }

    @Test
    void spellsOutWhatCouldDriveTheTerminal() {
        assertEquals("a\\u001b[31m\\u000ab", Printable.line("a\u001b[31m\nb"));
        assertEquals("a\\u001b[31m\nb", Printable.text("a\u001b[31m\nb"));
    }

    private static DeadLetter letter() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("averment.articles.dead.v1", 2, 17, "key".getBytes(UTF_8), "body".getBytes(UTF_8));
        List.of(
                        List.of("dead-letter-reason", "RULE_BROKEN: no text"),
                        List.of("dead-letter-topic", "averment.articles.live.v1"),
                        List.of("dead-letter-partition", "1"),
                        List.of("dead-letter-offset", "99"),
                        List.of("ce_id", "abc"),
                        List.of("ce_subject", "the-article"))
                .forEach(header ->
                        record.headers().add(header.getFirst(), header.getLast().getBytes(UTF_8)));
        return new DeadLetter(record);
    }
}
