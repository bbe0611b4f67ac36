package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityKeyTest {
    private static final ArticleId FIRST = new ArticleId(UUID.fromString("11111111-2222-3333-4444-555555555555"));
    private static final ArticleId SECOND = new ArticleId(UUID.fromString("21111111-2222-3333-4444-555555555555"));

    private static String key(
            String type, String name, Map<String, String> external, @Nullable String reason, ArticleId in) {
        Unresolved unresolved = reason == null ? null : new Unresolved(reason, List.of());
        return EntityKey.of(new Entity("e3", type, name, List.of(), null, null, external, null, unresolved), in)
                .value();
    }

    private static String key(String type, String name, ArticleId in) {
        return key(type, name, Map.of(), "NOT_KNOWN", in);
    }

    @Test
    void isTheIdOfTheKnowledgeBase() {
        assertEquals("wikidata:Q42", key("PERSON", "Doug", Map.of("geonames", "1", "wikidata", "Q42"), null, FIRST));
        assertEquals("geonames:99", key("PLACE", "Erbil", Map.of("geonames", "99"), null, FIRST));
    }

    @Test
    void isTheSameForOneWholeNameInAnyArticle() {
        assertEquals(key("PERSON", "José  Núñez-Oak", FIRST), key("PERSON", "JOSE NUNEZ OAK", SECOND));
        assertEquals("name:", key("PERSON", "José Núñez", FIRST).substring(0, 5));
        assertNotEquals(key("PERSON", "Ann Oak", FIRST), key("ORGANIZATION", "Ann Oak", FIRST));
        assertEquals(key("ORGANIZATION", "Marnex", FIRST), key("ORGANIZATION", "Marnex", SECOND));
    }

    @Test
    void neverMergesBareSurnamesOrWhatIsAmbiguous() {
        assertEquals("article:" + FIRST + ":e3", key("PERSON", "Oak", FIRST));
        assertEquals("article:" + FIRST + ":e3", key("PLACE", "Springfield", Map.of(), "AMBIGUOUS", FIRST));
        assertEquals("article:" + FIRST + ":e3", key("OTHER", "***", FIRST));
    }
}
