package io.averment.analysis.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.model.Model;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With the model that ships with the service. */
class ParserTest {

    private static final SyntaxModel MODEL = SyntaxModel.load();

    private static SentenceSyntax analyse(String sentence) {
        return MODEL.analyse(sentence.split(" "));
    }

    @Test
    void findSpeakerAndContent() {
        SentenceSyntax syntax = analyse("The minister said that the talks failed .");
        assertEquals("VERB", syntax.upos(2));
        assertEquals("VBD", syntax.xpos(2));
        assertEquals(SentenceSyntax.ROOT, syntax.head(2));
        assertEquals("root", syntax.relation(2));
        assertEquals(1, syntax.dependent(2, "nsubj"));
        assertEquals(6, syntax.dependent(2, "ccomp"));
        assertEquals(5, syntax.dependent(6, "nsubj"));
        assertEquals("say", syntax.lemma(2, "said"));
        assertEquals("talk", syntax.lemma(5, "talks"));
        assertTrue(syntax.isUnder(5, 6));
    }

    @Test
    void findAgentOfPassive() {
        SentenceSyntax syntax = analyse("The base was attacked by drones on Monday .");
        assertEquals(1, syntax.dependent(3, "nsubj:pass"));
        assertEquals(5, syntax.dependent(3, "obl:agent"));
    }

    @Test
    void giveTreeWithOneRootWhateverTheWords() {
        Random random = new Random(3);
        String[] words = {"the", "said", "\"", ",", "''", "U.S.", "\uD83D\uDE00", "42", "-", "and", "Q", "to", "漢字"};
        for (int round = 0; round < 200; round++) {
            String[] forms = new String[1 + random.nextInt(60)];
            Arrays.setAll(forms, i -> words[random.nextInt(words.length)]);
            requireTree(MODEL.analyse(forms));
        }
    }

    @Test
    void stayBoundedOnSentenceWithoutEnd() {
        String[] forms = new String[30_000];
        Arrays.setAll(forms, i -> i % 7 == 0 ? "and" : "word");
        SentenceSyntax syntax = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MODEL.analyse(forms));
        assertEquals("X", syntax.upos(7));
        assertEquals("dep", syntax.relation(7));
        assertEquals(SentenceSyntax.ROOT, syntax.head(0));
        assertEquals(0, syntax.head(29_999));
    }

    private static void requireTree(SentenceSyntax syntax) {
        int roots = 0;
        boolean[] reached = new boolean[syntax.size()];
        for (int i = 0; i < syntax.size(); i++) {
            roots += syntax.head(i) == SentenceSyntax.ROOT ? 1 : 0;
            int at = i;
            int steps = 0;
            while (at != SentenceSyntax.ROOT && !reached[at]) {
                at = syntax.head(at);
                assertTrue(++steps <= syntax.size(), "the heads go round in a circle");
            }
            reached[i] = true;
        }
        assertEquals(1, roots);
    }

    @Test
    void giveSameResultAfterWritingAndReading() {
        SyntaxModel again = SyntaxModel.read(Model.of(MODEL.toBytes()));
        String[] forms = "Rescue workers used boats to reach people trapped on rooftops .".split(" ");
        SentenceSyntax first = MODEL.analyse(forms);
        SentenceSyntax second = again.analyse(forms);
        for (int i = 0; i < forms.length; i++) {
            assertEquals(first.head(i), second.head(i));
            assertEquals(first.relation(i), second.relation(i));
            assertEquals(first.xpos(i), second.xpos(i));
        }
    }
}
