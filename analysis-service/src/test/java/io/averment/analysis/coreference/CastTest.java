package io.averment.analysis.coreference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CastTest {

    private static final String TEXT = "A spokesman for Mara Voss waved. Later Mara Voss came.";

    private static Optional<String> nameOf(String words) {
        Cast cast = Casts.of(TEXT);
        int start = TEXT.indexOf(words);
        return cast.entityOf(new Span(start, start + words.length()))
                .flatMap(id -> cast.entities().stream()
                        .filter(entity -> entity.id().equals(id))
                        .findFirst())
                .map(Entity::name);
    }

    @Test
    void giveEntityOfWholeWords() {
        assertEquals(Optional.of("Mara Voss"), nameOf("Mara Voss"));
    }

    @Test
    void takeNobodyForHisSpokesman() {
        assertEquals(Optional.empty(), nameOf("A spokesman for Mara Voss"));
    }
}
