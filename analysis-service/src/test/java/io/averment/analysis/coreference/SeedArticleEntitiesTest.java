package io.averment.analysis.coreference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.averment.analysis.document.Report;
import io.averment.analysis.entity.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The article beside the repository for which the system was thought up; where it is not there, there is nothing to test. */
class SeedArticleEntitiesTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "seed-article.txt");

    private static final List<String> PEOPLE =
            List.of("Fuad Hussein", "Stephen Fagin", "Hussein Allawi", "Mohammed Shia al-Sudani", "Abu Baqir al-Saadi");

    private static final List<String> ORGANISATIONS = List.of(
            "U.S. Embassy",
            "Iraqi News Agency",
            "Iraqi Ministry of Foreign Affairs",
            "Ministry of Defense",
            "Popular Mobilization Forces",
            "Kataib Hezbollah",
            "Islamic State",
            "Peshmerga",
            "Kurdistan24");

    private static final List<String> PLACES = List.of("Erbil", "Baghdad", "Mosul", "Kurdistan Region");

    @Test
    void nameEachOnceWithItsVariants() throws IOException {
        assumeTrue(Files.isReadable(ARTICLE));
        String text = Files.readString(ARTICLE);
        Cast cast = Casts.of(new Report(text, 0, "An outlet", null, "2025-08-18"));
        assertEquals(PEOPLE, sorted(cast, EntityType.PERSON, PEOPLE));
        assertEquals(ORGANISATIONS, sorted(cast, EntityType.ORGANIZATION, ORGANISATIONS));
        assertEquals(PLACES, sorted(cast, EntityType.PLACE, PLACES));
        assertEquals(
                EntityType.FACILITY, Casts.entity(cast, "Ain al-Asad Air Base").type());
        assertEquals(List.of("INA"), Casts.entity(cast, "Iraqi News Agency").aliases());
        assertEquals(List.of("Fagin"), Casts.entity(cast, "Stephen Fagin").aliases());
        assertTrue(
                Casts.mentions(cast, text, "Hussein Allawi").containsAll(List.of("Allawi", "He", "The advisor", "he")));
        assertTrue(Casts.mentions(cast, text, "U.S. Embassy").stream()
                .allMatch(words -> words.equals("U.S. Embassy") || words.equals("the embassy")));
        Unresolved ministry =
                Objects.requireNonNull(Casts.entity(cast, "Ministry of Defense").unresolved());
        assertEquals(
                List.of("Ministry of Defense (United States)", "Ministry of Defense (Iraq)"), ministry.candidates());
    }

    /** Those of a list that exactly one entity of a type is called, in the order of the list. */
    private static List<String> sorted(Cast cast, EntityType type, List<String> names) {
        return names.stream()
                .filter(name -> cast.entities().stream()
                                .filter(entity ->
                                        entity.type() == type && entity.name().equals(name))
                                .count()
                        == 1)
                .toList();
    }
}
