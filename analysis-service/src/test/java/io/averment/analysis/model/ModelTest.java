package io.averment.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static byte[] file() {
        return new ModelWriter("sample")
                .bytes("b", new byte[] {1, -2})
                .shorts("s", new short[] {3, -4})
                .ints("i", new int[] {Integer.MIN_VALUE, 5})
                .floats("f", new float[] {0.5f, -1e-9f})
                .strings("t", new String[] {"", "naïve", "x y"})
                .toBytes();
    }

    @Test
    void giveBackWhatWasWritten() {
        Model model = Model.of(file());
        assertEquals("sample", model.name());
        assertArrayEquals(new byte[] {1, -2}, model.bytes("b"));
        assertArrayEquals(new short[] {3, -4}, model.shorts("s"));
        assertArrayEquals(new int[] {Integer.MIN_VALUE, 5}, model.ints("i"));
        assertArrayEquals(new float[] {0.5f, -1e-9f}, model.floats("f"));
        assertArrayEquals(new String[] {"", "naïve", "x y"}, model.strings("t"));
        assertTrue(model.has("b"));
        assertFalse(model.has("c"));
    }

    @Test
    void writeSameBytesForSameSections() {
        assertArrayEquals(file(), file());
    }

    @Test
    void refuseEveryFlippedByte() {
        byte[] whole = file();
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            assertThrows(ModelException.class, () -> Model.of(damaged));
        }
    }

    @Test
    void refuseShortenedFile() {
        byte[] whole = file();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertEquals(
                "The model file is damaged: its checksum is wrong",
                assertThrows(ModelException.class, () -> Model.of(half)).getMessage());
        assertEquals(
                "This is no model file",
                assertThrows(ModelException.class, () -> Model.of(new byte[0])).getMessage());
    }

    @Test
    void refuseSectionOfOtherKind() {
        Model model = Model.of(file());
        assertEquals(
                "Model sample has no section b of INTS",
                assertThrows(ModelException.class, () -> model.ints("b")).getMessage());
    }

    @Test
    void refuseMissingModel() {
        assertFalse(Model.exists("no-such"));
        assertEquals(
                "There is no model no-such",
                assertThrows(ModelException.class, () -> Model.load("no-such")).getMessage());
    }

    @Test
    void standForItselfInFingerprint() {
        Model model = Model.of(file());
        assertEquals("models/sample", model.asKnowledge().name());
        assertEquals(model.checksum(), new String(model.asKnowledge().bytes(), StandardCharsets.UTF_8));
        assertEquals(64, model.checksum().length());
    }
}
