package io.averment.analysis.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are made up; their columns and fields are those of the published files. */
class SourceFormatTest {

    private static final KnowledgeBase BASE = KnowledgeBase.load();

    @TempDir
    private Path folder = Path.of("");

    private List<String> read(SourceFormat format, String content) throws IOException, ImportException {
        Path file = Files.writeString(folder.resolve("sample"), content);
        List<String> lines = new ArrayList<>();
        assertEquals(lines.size() + format.read(file, BASE, lines::add), lines.size());
        KnowledgeBase.load(List.of(KnowledgeFile.of("sample.tsv", String.join("\n", lines))));
        return lines;
    }

    private static String place(
            String id, String name, String others, String featureClass, String code, String country) {
        return String.join(
                "\t",
                id,
                name,
                name,
                others,
                "36.5",
                "-44.25",
                featureClass,
                code,
                country,
                "",
                "11",
                "",
                "",
                "",
                "1200",
                "",
                "400",
                "Asia/Baghdad",
                "2024-01-01");
    }

    @Test
    void importPlacesOfGeoNames() throws IOException, ImportException {
        String table = String.join(
                "\n",
                place("1", "Tell Sample", "Tal Sample,تل,Tell Sample", "P", "PPL", "IQ"),
                place("2", "A Quarter", "", "P", "PPLX", "IQ"),
                place("3", "Sample Air Base", "", "S", "AIRB", "XX"));
        assertEquals(
                List.of(
                        "PLACE\tgeonames:1\tTell Sample\tTal Sample\tkind=CITY; country=IQ; at=36.5,-44.25; population=1200; geonames=1",
                        "FACILITY\tgeonames:3\tSample Air Base\t-\tkind=BASE; at=36.5,-44.25; population=1200; geonames=3"),
                read(SourceFormat.GEONAMES, table));
    }

    @Test
    void nameLineWithWrongNumberOfColumns() {
        assertEquals(
                "line 2: has 2 columns, not 19",
                assertThrows(
                                ImportException.class,
                                () -> read(
                                        SourceFormat.GEONAMES,
                                        place("1", "Tell Sample", "", "P", "PPL", "IQ") + "\n2\tNo"))
                        .getMessage());
    }

    @Test
    void importItemsOfWikidata() throws IOException, ImportException {
        String dump = """
                [
                {"type":"item","id":"Q101","labels":{"en":{"language":"en","value":"Party of Samples"}},\
                "aliases":{"en":[{"language":"en","value":"POS"},{"language":"en","value":"حزب"}]},\
                "claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q7278"}}},"rank":"normal"}],\
                "P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q900"}}},"rank":"normal"}]}},
                {"type":"item","id":"Q900","labels":{"en":{"value":"Iraq"}},\
                "claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q6256"}}},"rank":"normal"}],\
                "P297":[{"mainsnak":{"datavalue":{"value":"IQ"}},"rank":"normal"}]}},
                {"type":"item","id":"Q102","labels":{"en":{"value":"Sample Person"}},"aliases":{},\
                "claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}],\
                "P21":[{"mainsnak":{"datavalue":{"value":{"id":"Q6581072"}}},"rank":"normal"}],\
                "P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q900"}}},"rank":"deprecated"}]}},
                {"type":"item","id":"Q103","labels":{"en":{"value":"Sample Town"}},\
                "claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q3957"}}},"rank":"normal"}],\
                "P625":[{"mainsnak":{"datavalue":{"value":{"latitude":36.5,"longitude":44.0}}},"rank":"normal"}]}},
                {"type":"item","id":"Q104","labels":{"en":{"value":"An idea"}},"claims":{}}
                ]
                """;
        assertEquals(
                List.of(
                        "ORGANIZATION\twikidata:Q101\tParty of Samples\tPOS\tkind=PARTY; country=IQ; wikidata=Q101",
                        "PERSON\twikidata:Q102\tSample Person\t-\tgender=FEMALE; wikidata=Q102",
                        "PLACE\twikidata:Q103\tSample Town\t-\tkind=CITY; at=36.5,44.0; wikidata=Q103"),
                read(SourceFormat.WIKIDATA, dump));
    }

    @Test
    void importEntitiesOfOpenSanctions() throws IOException, ImportException {
        String lines = """
                {"id":"NK-1","caption":"Sample Person","schema":"Person","properties":{"name":["Sample Person","Семпл"],\
                "alias":["S. Person"],"nationality":["ir"],"gender":["male"],"wikidataId":["Q102"]},"target":true}
                {"id":"NK-2","caption":"Sample Shipping","schema":"Company","properties":{"jurisdiction":["zz","ae"]}}
                {"id":"NK-3","caption":"An address","schema":"Address","properties":{}}
                """;
        assertEquals(
                List.of(
                        "PERSON\topensanctions:NK-1\tSample Person\tS. Person\tcountry=IR; gender=MALE; wikidata=Q102; opensanctions=NK-1",
                        "ORGANIZATION\topensanctions:NK-2\tSample Shipping\t-\tkind=COMPANY; country=AE; opensanctions=NK-2"),
                read(SourceFormat.OPENSANCTIONS, lines));
    }

    @Test
    void nameLineThatIsNoJson() {
        assertEquals(
                "line 2: is no JSON",
                assertThrows(ImportException.class, () -> read(SourceFormat.OPENSANCTIONS, "{}\n{\"id\": oops}\n"))
                        .getMessage());
    }
}
