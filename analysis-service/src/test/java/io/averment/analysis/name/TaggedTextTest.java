package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedTextTest {

    @TempDir
    private Path folder = Path.of("");

    private List<TaggedSentence> read(String content, String set) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tagged"), content);
        return TaggedText.read(file, -1, TagScheme.of(set, Set.of("japanese")));
    }

    @Test
    void leaveArticlesAndEndingsOutside() throws IOException {
        TaggedSentence sentence = read("The\tB-ORG\nHarbour\tI-ORG\nPost\tI-ORG\n's\tL-ORG\nmen\tO\n", "ontonotes")
                .getFirst();
        assertArrayEquals(
                new int[] {
                    0,
                    Labels.of(NameType.ORGANIZATION, Labels.BEGIN),
                    Labels.of(NameType.ORGANIZATION, Labels.LAST),
                    0,
                    0
                },
                sentence.labels());
    }

    @Test
    void cutWordsAtInnerHyphens() throws IOException {
        TaggedSentence sentence =
                read("Al-Rawi\tU-PERSON\nre-met\tO\n-\tO\n", "ontonotes").getFirst();
        assertArrayEquals(new String[] {"Al", "-", "Rawi", "re", "-", "met", "-"}, sentence.words());
        assertArrayEquals(
                new int[] {
                    Labels.of(NameType.PERSON, Labels.BEGIN),
                    Labels.of(NameType.PERSON, Labels.INSIDE),
                    Labels.of(NameType.PERSON, Labels.LAST),
                    0,
                    0,
                    0,
                    0
                },
                sentence.labels());
    }

    @Test
    void takeDemonymsForGroups() throws IOException {
        TaggedSentence sentence =
                read("a O\nJapanese I-MISC\nsong O\nOpus I-MISC\n", "wikigold").getFirst();
        assertArrayEquals(
                new int[] {0, Labels.of(NameType.GROUP, Labels.ONLY), 0, Labels.of(NameType.OTHER, Labels.ONLY)},
                sentence.labels());
    }

    @Test
    void divideDocuments() throws IOException {
        List<TaggedSentence> sentences = read("# doc a\nOne\tO\n\nTwo\tO\n\n# doc b\nThree\tO\n", "ontonotes");
        assertEquals(3, sentences.size());
        assertEquals(sentences.get(0).document(), sentences.get(1).document());
        assertEquals("a.tagged-2", sentences.get(2).document());
    }
}
