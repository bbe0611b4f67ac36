package io.averment.analysis.coreference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.name.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastOfNamesTest {

    private static final String TEXT = "Mara Voss came. MARA VOSS left Basra.";

    private static final List<Name> NAMES = List.of(
            new Name(new Span(0, 9), NameType.PERSON),
            new Name(new Span(16, 25), NameType.PERSON),
            new Name(new Span(31, 36), NameType.PLACE));

    @Test
    void showNamesWhenCoreferenceFailed() {
        Document failed = Document.of(new Report(TEXT, 0, null, null, null))
                .with(NameAnnotator.NAMES, NAMES)
                .with(CoreferenceAnnotator.CAST, List.of());
        Cast cast = CastOfNames.castOf(failed);
        assertEquals(
                List.of("e1", "e1", "e2"),
                cast.references().stream().map(Reference::entity).toList());
        Entity person = cast.entities().getFirst();
        assertEquals(EntityType.PERSON, person.type());
        assertEquals("Mara Voss", person.name());
        assertEquals(List.of("MARA VOSS"), person.aliases());
        assertEquals("Basra", cast.entities().getLast().name());
    }

    @Test
    void keepCastThatIsThere() {
        String text = "Omar Rashid, the head of the port, spoke to reporters on Monday.";
        Document document = Analyses.of(text).document();
        assertEquals(document.get(CoreferenceAnnotator.CAST).getFirst(), CastOfNames.castOf(document));
    }
}
