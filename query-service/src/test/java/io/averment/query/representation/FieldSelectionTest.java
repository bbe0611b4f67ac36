package io.averment.query.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.averment.query.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ITEM = """
            {"id":"a","speaker":{"name":"Ilse","spans":[{"start":1,"end":2}]}}""";

    record Span(int start, int end) {}

    record Speaker(String name, List<Span> spans) {}

    record Item(String id, Speaker speaker) {}

    private static final Shape SHAPE = Shape.of(Item.class, MAPPER);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "id; {'id':'a'}",
                "speaker.name; {'speaker':{'name':'Ilse'}}",
                "speaker.spans.end,id; {'id':'a','speaker':{'spans':[{'end':2}]}}",
                "speaker.name, speaker; {'speaker':{'name':'Ilse','spans':[{'start':1,'end':2}]}}"
            })
    void keepsWhatIsNamed(String fields, String kept) throws JsonProcessingException {
        JsonNode tree = MAPPER.readTree(ITEM);

        FieldSelection.parse(fields, SHAPE).prune(tree);

        assertEquals(MAPPER.readTree(kept.replace('\'', '"')), tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "id,", ",", "speaker.", "speaker.id", "id.x", "Id", "speaker..name"})
    void refusesWhatIsNotThere(String fields) {
        assertThrows(ProblemException.class, () -> FieldSelection.parse(fields, SHAPE));
    }

    @Test
    void saysWhichFieldsThereAre() {
        assertEquals(
                "There is no field named 'nameb' here; the fields are id, speaker.",
                assertThrows(ProblemException.class, () -> FieldSelection.parse("name<b>", SHAPE))
                        .getMessage());
    }
}
