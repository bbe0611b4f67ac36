package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void ordersByRevisionThenGenerationThenFingerprint() {
        Version first = new Version(1, 9, "z");
        Version second = new Version(2, 1, "a");
        Version third = new Version(2, 2, "a");
        Version fourth = new Version(2, 2, "b");

        assertEquals(
                List.of(first, second, third, fourth),
                Stream.of(third, fourth, first, second).sorted().toList());
    }

    @Test
    void opensWhatIsNewAndWhatIsLater() {
        assertEquals(Effect.OPENED, Effect.of(new Version(1, 1, "a"), null));
        assertEquals(Effect.OPENED, Effect.of(new Version(2, 1, "a"), new Version(1, 3, "c")));
        assertEquals(Effect.OPENED, Effect.of(new Version(1, 2, "a"), new Version(1, 1, "c")));
    }

    @Test
    void opensNothingForWhatIsEarlierOrTheSame() {
        assertEquals(Effect.SUPERSEDED, Effect.of(new Version(1, 9, "a"), new Version(2, 1, "a")));
        assertEquals(Effect.SUPERSEDED, Effect.of(new Version(1, 1, "a"), new Version(1, 1, "a")));
    }

    @Test
    void refusesNumbersBelowOne() {
        assertThrows(RuleBrokenException.class, () -> new Version(0, 1, "a"));
        assertThrows(RuleBrokenException.class, () -> new Version(1, 0, "a"));
        assertThrows(RuleBrokenException.class, () -> new Version(1, 1, " "));
    }
}
