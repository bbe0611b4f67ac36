package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTrainingTest {

    private static final NameTraining.Settings SETTINGS = new NameTraining.Settings(
            1,
            new CrfTraining.Settings(20, 0.3f, 0.01f, 0.01f, 0, 3),
            new WordClusterTraining.Settings(50, 1, 10, 4, 5, 3, 3),
            new NameTagger.Consistency(2, 1, 1, 2));

    private static final int PERSON = Labels.of(NameType.PERSON, Labels.ONLY);
    private static final int FIRST = Labels.of(NameType.PERSON, Labels.BEGIN);
    private static final int LAST = Labels.of(NameType.PERSON, Labels.LAST);
    private static final int PLACE = Labels.of(NameType.PLACE, Labels.ONLY);

    private static List<TaggedSentence> sentences() {
        List<TaggedSentence> sentences = new ArrayList<>();
        sentences.add(sentence("Voss met Rawi in Arbela .", PERSON, 0, PERSON, 0, PLACE, 0));
        sentences.add(sentence("Mara Voss lives in Kalat .", FIRST, LAST, 0, 0, PLACE, 0));
        sentences.add(sentence("He saw Tomas Rawi in Arbela .", 0, 0, FIRST, LAST, 0, PLACE, 0));
        sentences.add(sentence("Nobody lives in the house .", 0, 0, 0, 0, 0, 0));
        return sentences;
    }

    private static TaggedSentence sentence(String words, int... labels) {
        return new TaggedSentence("a", words.split(" ", -1), labels);
    }

    private static byte[] train() {
        List<TaggedSentence> sentences = sentences();
        OpenText text = new OpenText();
        sentences.forEach(sentence -> text.add(sentence.words()));
        return new NameTraining(SETTINGS, text, Map.of(Gazetteer.hash("kalat"), 2)).train(sentences);
    }

    @Test
    void giveSameBytesEveryTime() {
        assertArrayEquals(train(), train());
    }

    @Test
    void learnWhatItIsShown() {
        NameTagger tagger = NameModel.of(Model.of(train())).tagger();
        for (TaggedSentence sentence : sentences()) {
            assertArrayEquals(
                    sentence.labels(), tagger.tag(sentence.words(), new int[] {sentence.size()}), sentence.toString());
        }
    }

    @Test
    void tagNothingOfNothing() {
        assertEquals(0, NameModel.of(Model.of(train())).tagger().tag(new String[0], new int[0]).length);
    }
}
