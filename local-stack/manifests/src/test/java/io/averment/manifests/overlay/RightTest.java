package io.averment.manifests.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightTest {

    @Test
    void readsOneForEachOperation() {
        assertEquals(
                List.of(
                        new Right("a", "Describe topic x"),
                        new Right("a", "Read topic x"),
                        new Right("a", "Write topic x"),
                        new Right("b", "Describe group y*")),
                Right.parse("# who\n\na topic x Read,Write # what\nb  group y*\n"));
    }

    @Test
    void namesLineThatIsWrong() {
        for (String line : List.of("a topic", "a topic x Read Write")) {
            assertEquals(
                    "rights.txt:2: expected user, sort, name and operations with commas",
                    assertThrows(IllegalArgumentException.class, () -> Right.parse("\n" + line))
                            .getMessage());
        }
    }
}
