package io.averment.analysis.coreference;

import static io.averment.analysis.coreference.Casts.entity;
import static io.averment.analysis.coreference.Casts.mentions;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.KnowledgeBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameBordersTest {

    private static final KnowledgeBase BASE = KnowledgeBase.load();
    private static final Lexicon LEXICON = Lexicon.load();

    /** The names mended, each as its type and words. */
    private static String mended(String text, FoundName... names) {
        Reading reading = new Reading(text, BASE.words(text), List.of(new Span(0, text.length())));
        return String.join(
                " | ",
                new NameBorders(BASE, LEXICON, reading)
                        .mended(List.of(names)).stream()
                                .map(name -> name.type() + " " + name.span().of(text))
                                .toList());
    }

    private static FoundName found(String text, String words, EntityType type) {
        int start = text.indexOf(words);
        return new FoundName(new Span(start, start + words.length()), type);
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour House on Tuesday, ORGANIZATION, ORGANIZATION Harbour House",
        "Council on Foreign Trade, ORGANIZATION, ORGANIZATION Council on Foreign Trade",
        "Sheffield Wednesday, ORGANIZATION, ORGANIZATION Sheffield Wednesday",
        "Ingrid saw Pavel, PERSON, PERSON Ingrid | PERSON Pavel",
        "Vasco da Luz, PERSON, PERSON Vasco da Luz",
        "Rosa d'Arno, PERSON, PERSON Rosa d'Arno",
        "Storm Edda, PERSON, OTHER Storm Edda",
        "Anton Graf Road, PERSON, FACILITY Anton Graf Road",
        "Nathan Lane, PERSON, PERSON Nathan Lane",
        "CFO Anton Graf, ORGANIZATION, PERSON Anton Graf",
        "Irena, ORGANIZATION, PERSON Irena",
        "Zelenskiy, ORGANIZATION, PERSON Zelenskiy",
        "Reuters, ORGANIZATION, ORGANIZATION Reuters",
        "Jan 9, PERSON, ''",
        "N5bn, ORGANIZATION, ''"
    })
    void mendName(String words, EntityType type, String expected) {
        String text = words + " was in the report";
        assertEquals(expected, mended(text, found(text, words, type)));
    }

    @Test
    void takeSingleNameForPersonNamedInFull() {
        String text = "Minister Tarrow Venn spoke, and Venn left for Ostrow";
        assertEquals(
                "PERSON Tarrow Venn | PERSON Venn | PLACE Ostrow",
                mended(
                        text,
                        found(text, "Tarrow Venn", EntityType.PERSON),
                        new FoundName(new Span(32, 36), EntityType.ORGANIZATION),
                        found(text, "Ostrow", EntityType.PLACE)));
    }

    @Test
    void joinPlacesThatAppositionSaysArePerson() {
        String text = "Paris Jordan, the well-known author, signed books in Paris";
        assertEquals(
                "PERSON Paris Jordan",
                mended(text, found(text, "Paris", EntityType.PLACE), found(text, "Jordan", EntityType.PLACE)));
        String list = "Paris, Jordan and the author";
        assertEquals(
                "PLACE Paris | PLACE Jordan",
                mended(list, found(list, "Paris", EntityType.PLACE), found(list, "Jordan", EntityType.PLACE)));
    }

    @Test
    void believeInCapitalsOnlyWhatIsKnownOrNamedElsewhere() {
        String text = "MINISTER SAYS WAR IS OVER AS REUTERS AND TARROW VENN MEET ANNA GRAF";
        assertEquals(
                "ORGANIZATION REUTERS | PERSON ANNA GRAF",
                mended(
                        text,
                        found(text, "WAR", EntityType.ORGANIZATION),
                        found(text, "REUTERS", EntityType.ORGANIZATION),
                        found(text, "TARROW VENN", EntityType.PERSON),
                        found(text, "ANNA GRAF", EntityType.PERSON)));
    }

    @Test
    void findNoAbbreviationsAndNamesAmongWordsInCapitals() {
        String text = "THE MINISTER SAID THE WAR IS OVER AND LEFT FOR BERLIN ON MONDAY.";
        assertEquals(
                List.of("Berlin"),
                Casts.of(text).entities().stream().map(Entity::name).toList());
    }

    @Test
    void takeNewspaperForWhatIsKnown() {
        String text = "Der Spiegel reported on Monday that Dagens Nyheter had been sold.";
        assertEquals(
                EntityType.ORGANIZATION, entity(Casts.of(text), "Der Spiegel").type());
        assertEquals(List.of("Dagens Nyheter"), mentions(Casts.of(text), text, "Dagens Nyheter"));
    }

    @Test
    void takeDateForNoPerson() {
        String text = "LONDON, Jan 9 (Wire) - The pound fell against the dollar on Monday.";
        assertEquals(
                List.of("London"),
                Casts.of(text).entities().stream().map(Entity::name).toList());
    }
}
