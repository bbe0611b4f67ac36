package io.averment.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesRestsUpToLongest() {
        var backoff = new Backoff(Duration.ofMillis(500));
        assertEquals(
                Stream.of(100, 200, 400, 500, 500).map(Duration::ofMillis).toList(),
                Stream.generate(backoff::next).limit(5).toList());
        backoff.reset();
        assertEquals(Duration.ofMillis(100), backoff.next());
    }
}
