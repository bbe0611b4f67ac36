package io.averment.query.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String HEADER =
            "id,count,first.role,first.name,first.words,chain.role,chain.name,chain.words,external\r\n";

    record Step(String role, @Nullable String name, List<String> words) {}

    record Item(String id, int count, @Nullable Step first, List<Step> chain, Map<String, String> external) {}

    private static final Shape SHAPE = Shape.of(Item.class, MAPPER);

    private static String table(String json, FieldSelection selection) throws JsonProcessingException {
        return new CsvTable(SHAPE, selection).write(MAPPER.readTree(json));
    }

    private static String row(String json) throws JsonProcessingException {
        return table("[" + json + "]", FieldSelection.ALL).substring(HEADER.length());
    }

    @Test
    void makesColumnsOfTheTypeNotOfTheData() throws JsonProcessingException {
        assertEquals(HEADER, table("[]", FieldSelection.ALL));
        assertEquals("a,-2,,,,,,,\r\n", row("{'id':'a','count':-2,'chain':[]}".replace('\'', '"')));
    }

    @Test
    void linesUpTheColumnsOfLists() throws JsonProcessingException {
        String item = """
                {"id":"a","count":1,"first":{"role":"X"},
                 "chain":[{"role":"SPEAKER","name":"Ilse"},{"role":"MEDIUM"},{"role":"OUTLET","name":"Post"}],
                 "external":{"wikidata":"Q1","geonames":"5"}}""";

        assertEquals("a,1,X,,,SPEAKER | MEDIUM | OUTLET,Ilse |  | Post, |  | ,wikidata=Q1 | geonames=5\r\n", row(item));
    }

    @Test
    void keepsTheValuesOfAListInTheirItemsPlace() throws JsonProcessingException {
        String item = """
                {"id":"a","count":1,"chain":[{"role":"SPEAKER","words":["said","warned"]},
                 {"role":"AGENCY","words":["reported"]},{"role":"OUTLET","words":[]}],
                 "first":{"role":"X","words":["one","two"]}}""";

        assertEquals("a,1,X,,one | two,SPEAKER | AGENCY | OUTLET, |  | ,said / warned | reported | ,\r\n", row(item));
    }

    @Test
    void quotesAsRfc4180Wants() throws JsonProcessingException {
        String item = MAPPER.writeValueAsString(Map.of("id", "She said \"no\", twice\nand left"));

        assertEquals("\"She said \"\"no\"\", twice\nand left\",,,,,,,,\r\n", row(item));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"=1+1;'=1+1", "+cmd;'+cmd", "-2;'-2", "@a;'@a", " =1;' =1", "＝1;'＝1", "a=1;a=1", "“=;“="})
    void givesSpreadsheetsNoFormulas(String text, String cell) throws JsonProcessingException {
        assertEquals(cell + ",,,,,,,,\r\n", row(MAPPER.writeValueAsString(Map.of("id", text))));
        assertEquals("'\tx,,,,,,,,\r\n", row(MAPPER.writeValueAsString(Map.of("id", "\tx"))));
    }

    @Test
    void keepsToSelectedFields() throws JsonProcessingException {
        String items = """
                [{"id":"a","count":1,"chain":[{"role":"X","name":"Ilse"}]}]""";

        assertEquals(
                "id,first.role,first.name,first.words,chain.name\r\na,,,,Ilse\r\n",
                table(items, FieldSelection.parse("chain.name,id,first", SHAPE)));
    }
}
