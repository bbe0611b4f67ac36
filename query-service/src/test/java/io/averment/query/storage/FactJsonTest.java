package io.averment.query.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.record.Commitment;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Span;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts are read by the version after the one that wrote them, and after a downgrade by the one before it. */
class FactJsonTest {
    private final FactJson json = new FactJson();

    @Test
    void readsRowsThatHaveLess() {
        assertEquals(
                new Commitment(
                        "c1",
                        null,
                        null,
                        new Span(0, 5, "opens"),
                        null,
                        List.of(),
                        null,
                        false,
                        null,
                        null,
                        null,
                        "FIRM",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                json.read(
                        "{\"id\": \"c1\", \"act\": {\"start\": 0, \"end\": 5, \"text\": \"opens\"}, \"strength\": \"FIRM\"}",
                        Commitment.class));
    }

    @Test
    void readsRowsThatHaveMore() {
        Statement statement = json.read(
                "{\"id\": \"s1\", \"kind\": \"SUNG\", \"act\": \"UNKNOWN\", \"mood\": {\"merry\": [1]},"
                        + " \"content\": [{\"start\": 0, \"end\": 2, \"text\": \"la\"}],"
                        + " \"quoted\": [], \"cue\": [], \"speaker\": {\"spans\": [], \"addedLater\": 1},"
                        + " \"chain\": [{\"role\": \"PIGEON\", \"spans\": [], \"name\": \"Coo\"}]}",
                Statement.class);

        assertEquals(StatementKind.UNKNOWN, statement.kind());
        assertEquals(List.of(new Hop(HopRole.UNKNOWN, List.of(), "Coo", null)), statement.chain());
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThrows(IllegalStateException.class, () -> json.read("{\"id\": []}", Commitment.class));
    }
}
