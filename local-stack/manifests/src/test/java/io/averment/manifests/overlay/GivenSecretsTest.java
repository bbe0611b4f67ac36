package io.averment.manifests.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivenSecretsTest {

    @Test
    void readsNamesAndKeys() {
        assertEquals(
                Map.of("a", Set.of("username", "password"), "b", Set.of("ca.crt")),
                GivenSecrets.parse("# first\na  username,password  # why\n\nb ca.crt\n"));
    }

    @Test
    void refusesLineWithoutKeys() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> GivenSecrets.parse("# first\na\n"));
        assertEquals("secrets.txt:2: expected a name and keys with commas", refused.getMessage());
    }
}
