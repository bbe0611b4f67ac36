package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.TextFault;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped model on sentences of its own that are in no corpus. */
class NameAnnotatorTest {

    private static final List<String> PIECES = List.of(
            "Mara Voss",
            "the U.S. Embassy",
            "Baghdad",
            "IRAQ",
            "said",
            ".",
            "\n\n",
            " ",
            "’s",
            "-",
            "(",
            ")",
            "“",
            "”",
            "\uD83D\uDE00",
            "e\u0301",
            "العربية",
            "漢字",
            "https://example.org/a",
            "a@b.example",
            "Al-Sa'di",
            "1,200",
            "\u200B",
            "Mr",
            "of",
            "A",
            "İ");

    private static List<String> names(String text) {
        return Analyses.of(text).document().get(NameAnnotator.NAMES).stream()
                .map(name -> name.type() + " " + name.span().of(text))
                .toList();
    }

    @Test
    void findPeopleOrganizationsAndPlaces() {
        assertEquals(
                List.of("PLACE Baghdad", "PERSON Khalid Mansour", "ORGANIZATION World Bank"),
                names("The visit to Baghdad was confirmed by Khalid Mansour, an economist at the World Bank."));
    }

    @Test
    void leaveTitlesOutsideNames() {
        assertEquals(
                List.of("PERSON Ahmed Karim", "PERSON Karim"),
                names("Prime Minister Ahmed Karim resigned on Friday. Mr Karim gave no reason."));
    }

    @Test
    void leavePossessiveEndingsOutsideNames() {
        assertEquals(List.of("PLACE Germany", "PLACE Berlin"), names("Germany’s parliament met in Berlin's centre."));
    }

    @Test
    void hearOtherOccurrencesInDocument() {
        assertEquals(List.of("PLACE Aydemir"), names("The vote goes to Aydemir."));
        assertEquals(
                List.of("PERSON Tolga Aydemir", "PERSON Aydemir"),
                names("The minister, Tolga Aydemir, was late. The vote goes to Aydemir."));
    }

    @Test
    void takeNoAddressForName() {
        assertEquals(List.of(), names("Write to editor@Baghdad.example or see https://Example.org/Iraq for more."));
    }

    @Test
    void findNamesInEndlessSentence() {
        assertEquals(
                Collections.nCopies(300, "PERSON Khalid Mansour"), names("and then Khalid Mansour left, ".repeat(300)));
    }

    @Test
    void findNothingWhereNothingIsNamed() {
        assertEquals(List.of(), names("They said that nobody knew when the meeting would end."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void giveOrderedSpansForArbitraryText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                built.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
            }
            String text = built.toString();
            if (TextFault.of(text).isEmpty()) {
                assertOrdered(
                        text,
                        Analyses.of(new Report(text, 0, null, null, null))
                                .document()
                                .get(NameAnnotator.NAMES));
            }
        }
    }

    private static void assertOrdered(String text, List<Name> names) {
        int last = 0;
        for (Name name : names) {
            assertTrue(name.span().start() >= last && name.span().end() <= text.length());
            last = name.span().end();
        }
    }
}
