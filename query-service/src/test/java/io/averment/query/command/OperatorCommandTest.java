package io.averment.query.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.record.Effect;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorCommandTest {

    @Test
    void tellsEffectsInWords() {
        assertEquals("opened 1, superseded 2", OperatorCommand.told(Map.of(Effect.SUPERSEDED, 2, Effect.OPENED, 1)));
        assertEquals("none", OperatorCommand.told(Map.of()));
    }
}
