package io.averment.analysis.coreference;

import static io.averment.analysis.coreference.Casts.entity;
import static io.averment.analysis.coreference.Casts.mentions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.document.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Surnames of texts that do not give the full name; published on 2025-08-18 unless said otherwise. */
class SurnameLinkingTest {

    private static @Nullable Unresolved unresolved(String text, String name) {
        return entity(Casts.of(text), name).unresolved();
    }

    @Test
    void linkSurnameBehindTitleOfOfficeHeldThatDay() {
        String text = "President Trump opened the new harbour on Monday. He thanked the crew.";
        Entity president = entity(Casts.of(text), "Donald Trump");
        assertEquals("person:donald-trump", president.external().get("averment"));
        assertNull(president.unresolved());
        assertEquals(List.of("Trump", "He"), mentions(Casts.of(text), text, "Donald Trump"));
    }

    @Test
    void linkSurnameAloneWhereTextSpeaksOfItsCountry() {
        String text = "The talks in Berlin ended on Monday. Merz told reporters that German farmers would be paid.";
        assertEquals(
                "person:friedrich-merz",
                entity(Casts.of(text), "Friedrich Merz").external().get("averment"));
    }

    @Test
    void leaveSurnameAloneOpenWhereTextSpeaksOfOthers() {
        String text = "The talks in Lima ended on Monday. Merz told reporters that the farmers would be paid.";
        assertEquals(new Unresolved(Reason.UNCERTAIN, List.of("Friedrich Merz")), unresolved(text, "Merz"));
    }

    @Test
    void leaveSurnameOpenWhoseTitleIsOfNoOfficeHeld() {
        String text = "The trial in Chicago ended on Monday. The lawyer Trump told reporters that he was tired.";
        assertEquals(new Unresolved(Reason.UNCERTAIN, List.of("Donald Trump")), unresolved(text, "Trump"));
    }

    @Test
    void leaveSurnameOpenOfAnotherGender() {
        String text = "The concert in Washington ended on Monday. Mrs. Trump told reporters that it was long.";
        assertEquals(new Unresolved(Reason.UNCERTAIN, List.of("Donald Trump")), unresolved(text, "Trump"));
    }

    @Test
    void leaveTitleOfTwoFormerHoldersOpen() {
        String text = "Former President Bush spoke in Texas on Monday. Reporters told him that it was hot.";
        assertEquals(
                new Unresolved(Reason.AMBIGUOUS, List.of("George W. Bush", "George H. W. Bush")),
                unresolved(text, "Bush"));
    }

    @Test
    void linkFormerHolderOnlyShortlyAfterOffice() {
        String text = "The talks in Berlin ended on Monday. Scholz told reporters that German farmers would be paid.";
        assertEquals(
                "person:olaf-scholz",
                entity(Casts.of(text), "Olaf Scholz").external().get("averment"));
        Cast later = Casts.of(new Report(text, 0, null, null, "2031-03-04"));
        assertEquals(
                new Unresolved(Reason.UNCERTAIN, List.of("Olaf Scholz")),
                entity(later, "Scholz").unresolved());
    }
}
