package io.averment.manifests.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowTest {

    @Test
    void readsOneForEachPairAndPort() {
        assertEquals(
                List.of(
                        new Arrow("a", "namespace:c", 53, "UDP"),
                        new Arrow("a", "namespace:c", 80, "TCP"),
                        new Arrow("b", "namespace:c", 53, "UDP"),
                        new Arrow("b", "namespace:c", 80, "TCP"),
                        new Arrow("d", "outside", 443, "TCP")),
                Arrow.parse("# who\n\na,b  namespace:c 53/UDP,80 # names\nd outside 443\n"));
    }

    @Test
    void namesLineThatIsWrong() {
        for (String line : List.of("a b", "a b http", "a b 1 2", "a b 53/ICMP")) {
            assertEquals(
                    "arrows.txt:2: expected from, to and ports with commas",
                    assertThrows(IllegalArgumentException.class, () -> Arrow.parse("\n" + line))
                            .getMessage());
        }
    }
}
