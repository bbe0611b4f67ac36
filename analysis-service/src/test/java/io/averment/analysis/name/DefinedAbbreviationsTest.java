package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DefinedAbbreviationsTest {

    private static int explained(String sentence, int token) {
        String[] words = sentence.split(" ", -1);
        TokenTable table = new TokenTable(
                words, new int[] {words.length}, new WordClusters(new IntTable(1)), new Gazetteer(new IntTable(1)));
        return DefinedAbbreviations.explainedBy(table, token, 0, words.length);
    }

    @Test
    void fitInitials() {
        assertEquals(3, explained("the Popular Mobilization Forces ( PMF ) said", 5));
    }

    @Test
    void leaveSmallWordsOut() {
        assertEquals(4, explained("a League of the Rivers ( LR ) said", 6));
    }

    @Test
    void refuseInitialsThatDoNotFit() {
        assertEquals(-1, explained("the Popular Mobilization Forces ( PKF ) said", 5));
    }

    @Test
    void refuseWhatIsNotInBrackets() {
        assertEquals(-1, explained("the Popular Mobilization Forces PMF said", 4));
    }
}
