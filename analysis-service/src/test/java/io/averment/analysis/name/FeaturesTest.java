package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final int EVERY_CLASS = 0x7FFF;

    private static TokenTable table(String sentence) {
        String[] words = sentence.split(" ", -1);
        IntTable names = new IntTable(2);
        names.put(Gazetteer.hash("arbela"), EVERY_CLASS);
        names.put(Gazetteer.hash("arbela arbela"), EVERY_CLASS);
        WordClusters clusters = new WordClusters(new IntTable(1));
        return new TokenTable(words, new int[] {words.length}, clusters, new Gazetteer(names));
    }

    @Test
    void giveNoMoreFeaturesThanThereIsRoomFor() {
        TokenTable table = table("Arbela Arbela Arbela Arbela Arbela");
        assertEquals(Features.MOST, new Features(table).find(2, 0, 5));
    }

    @Test
    void giveSameFeaturesAfterAnotherToken() {
        TokenTable table = table("They met in Arbela");
        Features features = new Features(table);
        int count = features.find(3, 0, 4);
        int[] first = Arrays.copyOf(features.ids(), count);
        features.find(0, 0, 4);
        assertEquals(first.length, features.find(3, 0, 4));
        assertArrayEquals(first, Arrays.copyOf(features.ids(), first.length));
    }

    @Test
    void numberWordsWithoutCase() {
        TokenTable table = table("The house and the House");
        assertArrayEquals(new int[] {0, 1, 2, 0, 1}, table.word);
        assertEquals(3, table.words);
    }

    @Test
    void refuseModelThatNamesFeatureTwice() {
        byte[] file = new ModelWriter(NameModel.NAME)
                .ints("features", new int[] {7, 7})
                .bytes("counts", new byte[] {1, 1})
                .bytes("labels", new byte[] {0, 0})
                .bytes("weights", new byte[] {1, 1})
                .floats("scale", new float[] {1})
                .floats("steps", new float[Labels.COUNT * (Labels.COUNT + 1)])
                .toBytes();
        Model model = Model.of(file);
        assertThrows(ModelException.class, () -> NameModel.of(model));
    }
}
