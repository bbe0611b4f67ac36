package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    private static final String JOINER = "\u200D";
    private static final String WOMAN = "\uD83D\uDC69";
    private static final String GIRL = "\uD83D\uDC67";
    private static final String FLAG_OF_WALES =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F";

    @Test
    void keepJoinersOfEmojiAndLetters() {
        String family = WOMAN + JOINER + WOMAN + JOINER + GIRL;
        String footballer = "\u26F9\uD83C\uDFFE\u200D\u2640\uFE0F";
        String rainbow = "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08";
        String conjunct = "\u0915\u094D\u200D\u0937";
        String plural = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        for (String word : new String[] {family, footballer, rainbow, conjunct, plural, FLAG_OF_WALES}) {
            assertEquals("a " + word + " b", VisibleText.of("a " + word + "\n b"));
        }
    }

    @Test
    void dropJoinersThatJoinNothing() {
        assertEquals(WOMAN, VisibleText.of(JOINER + WOMAN + JOINER));
        assertEquals("a b", VisibleText.of("a" + JOINER + " " + JOINER + "b"));
        assertEquals("a" + JOINER + "b", VisibleText.of("a" + JOINER + JOINER + "b"));
        assertEquals("3.4", VisibleText.of("3" + JOINER + "." + JOINER + "4"));
        assertEquals("ab", VisibleText.of("a\uDB40\uDC67b"));
    }

    @Test
    void dropWhatSteersTerminal() {
        assertEquals("a [31mb", VisibleText.of("a\u001B[31mb"));
        assertEquals("abcd", VisibleText.of("\u202Ea\u2066b\u200Fc\u061C\u202Cd"));
        assertEquals("a b", VisibleText.of(" a\u0007\u009B\t\r\n\uFEFFb\u200B"));
    }

    @Test
    void countColumnsWithoutWhatJoins() {
        assertEquals(2, VisibleText.columns(WOMAN + JOINER + GIRL));
        assertEquals(1, VisibleText.columns("e\u0301"));
    }
}
