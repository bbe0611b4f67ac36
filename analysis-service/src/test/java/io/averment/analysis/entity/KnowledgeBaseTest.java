package io.averment.analysis.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeBaseTest {

    private static final KnowledgeBase BASE = KnowledgeBase.load();

    private static List<String> found(String text) {
        NameWords words = BASE.words(text);
        List<String> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            NameIndex.Match match = BASE.names().longestAt(words, i);
            if (match == null) {
                i++;
                continue;
            }
            String name = text.substring(words.start(i), words.end(i + match.words() - 1));
            for (int k = 0; k < match.size(); k++) {
                found.add(name + "=" + BASE.entry(match.value(k)).id());
            }
            i += match.words();
        }
        return found;
    }

    private static KnowledgeBase of(String... lines) {
        return KnowledgeBase.of(List.of(KnowledgeFile.of("more.tsv", String.join("\n", lines))));
    }

    private static String fault(String... lines) {
        return String.valueOf(
                assertThrows(KnowledgeException.class, () -> of(lines)).getMessage());
    }

    @Test
    void knowCountriesOfCldr() {
        Entry iraq = BASE.entry("IQ").orElseThrow();
        assertEquals("Iraq", iraq.name());
        assertEquals("IRQ", BASE.alpha3("IQ"));
        assertEquals("IQ", BASE.alpha2("IRQ"));
        assertEquals(new Coordinates(33, 44), iraq.at());
        assertTrue(BASE.entries().stream()
                        .filter(entry -> entry.kind() == Kind.COUNTRY)
                        .count()
                >= 245);
    }

    @Test
    void mergeTimeZoneCityWithItsOwnEntry() {
        assertEquals(List.of("Baghdad=iq:baghdad"), found("Baghdad"));
        assertFalse(BASE.entry("zone:Asia/Baghdad").isPresent());
        assertTrue(BASE.entry("zone:Asia/Colombo").isEmpty());
        assertTrue(BASE.entry("zone:Antarctica/Troll").isPresent());
    }

    @Test
    void giveEveryCapitalItsCountryAndPlace() {
        List<Entry> capitals = BASE.entries().stream()
                .filter(entry -> entry.kind() == Kind.CAPITAL)
                .toList();
        assertTrue(capitals.size() >= 190);
        for (Entry capital : capitals) {
            assertNotNull(capital.country(), capital.id());
            assertNotNull(capital.at(), capital.id());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flew to Ain al-Asad airbase; Ain al-Asad airbase=iq:ain-al-asad-air-base",
                "the U.S. and Iraq's army; U.S.=US, Iraq=IQ",
                "told us that it is so; ''",
                "Sana’a and Sanaa; Sana’a=ye:sana-a, Sanaa=ye:sana-a",
                "in São Paulo, Sao Paulo; São Paulo=br:sao-paulo, Sao Paulo=br:sao-paulo",
                "Iran-backed, U.S.-led; Iran=IR, U.S.=US",
                "New York City; New York City=us:new-york-city",
                "ISIS, not Isis; ISIS=isis",
                "a turkey in Turkey; Turkey=TR",
                "Washington, D.C. said; Washington=us:washington",
            })
    void findLongestNameWrittenAsItMustBe(String text, String expected) {
        assertEquals(expected, String.join(", ", found(text)));
    }

    @Test
    void keepNamesThatSeveralThingsHave() {
        assertEquals(List.of("Georgia=GE", "Georgia=us:georgia-u-s-state-province"), found("Georgia"));
        assertEquals(List.of("Tripoli=ly:tripoli", "Tripoli=lb:tripoli"), found("Tripoli"));
    }

    @Test
    void sayWhoHeldOfficeOnDay() {
        List<Office> offices = BASE.offices("person:joe-biden");
        assertEquals("president", offices.getFirst().title());
        assertTrue(offices.getFirst().isHeldOn("2024-05-01"));
        assertFalse(offices.getFirst().isHeldOn("2025-08-18"));
        assertTrue(new Office("a", "b", "c", "2014", null).isHeldOn("2014-03-01"));
        assertFalse(new Office("a", "b", "c", null, "2014-02").isHeldOn("2014-03-01"));
    }

    @Test
    void addToWhatIsThere() {
        List<KnowledgeFile> additions = List.of(
                KnowledgeFile.of(
                        "own.tsv",
                        "ADD\tIQ\tMesopotamia\t-\twikidata=Q1\nPLACE\town:1\tErbil\tHawler\tkind=CITY; country=IQ; population=5"));
        KnowledgeBase base = KnowledgeBase.load(additions);
        assertTrue(base.entry("IQ").orElseThrow().aliases().contains("Mesopotamia"));
        Entry erbil = base.entry("iq:erbil").orElseThrow();
        assertEquals(5, erbil.population());
        assertTrue(erbil.aliases().contains("Hawler"));
        assertTrue(base.entry("own:1").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "CITY|x|X|-|-; more.tsv, line 1: 'CITY' is none of the known classes",
                "PLACE|x|X|-|-; more.tsv, line 1: has no kind",
                "PLACE|x|X|-|kind=BASE; more.tsv, line 1: BASE is no kind of PLACE",
                "PLACE|x|X|-|kind=CITY,country=XX; more.tsv, line 1: there is no country XX",
                "PLACE|x|X|-|kind=CITY,at=91/0; more.tsv, line 1: '91/0' is no value of at",
                "PLACE|x|X|-|kind=CITY,colour=red; more.tsv, line 1: 'colour' is no fact of an entry",
                "PLACE|x|X|-|kind=CITY,in=y; more.tsv, line 1: there is no entry y",
                "PLACE|x y|X|-|kind=CITY; more.tsv, line 1: 'x y' is no id",
                "ADD|x|X|-|-; more.tsv, line 1: 'x' is not there to be added to",
                "OFFICE|x|king|y|2000; more.tsv, line 1: '2000' is no interval of dates",
                "OFFICE|x|king|y|2000/..; more.tsv, line 1: there is no entry x",
                "PERSON|x|X|A + A|-; more.tsv, line 1: 'A | A' names an alias twice",
                "PERSON|x|X|-|gender=; more.tsv, line 1: 'gender=' is no fact",
                "PERSON|x|X|-; more.tsv, line 1: has 4 fields, not 5",
            })
    void nameLineThatFormatForbids(String line, String expected) {
        String written = line.replace('|', '\t').replace(",", "; ").replace(" + ", " | ");
        assertEquals(expected, fault(written));
    }

    @Test
    void refuseSameIdTwice() {
        assertEquals("more.tsv, line 2: the id 'x' is there twice", fault("PERSON\tx\tX\t-\t-", "PERSON\tx\tY\t-\t-"));
    }

    @Test
    void writeNamesTheSame() {
        assertEquals("us embassy", NameForm.of("U.S. Embassy"));
        assertEquals("ain al asad", NameForm.of("Ain al-Asad"));
        assertEquals("sanaa", NameForm.of("Sana’a"));
        assertEquals("sao paulo", NameForm.of("São  Paulo"));
    }
}
