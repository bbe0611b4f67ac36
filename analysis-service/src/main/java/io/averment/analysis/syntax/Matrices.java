package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;

/** Matrices in model files: as floats, or as bytes with a scale for each row, which is a quarter of the size. */
public final class Matrices {

    private Matrices() {}

    public static void write(ModelWriter out, String section, float[][] rows) {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        out.ints(section + ".size", new int[] {rows.length, columns}).floats(section, values);
    }

    public static float[][] read(Model model, String section) {
        int[] size = size(model, section);
        float[] values = model.floats(section);
        requireLength(section, values.length, size);
        float[][] rows = new float[size[0]][size[1]];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, i * size[1], rows[i], 0, size[1]);
        }
        return rows;
    }

    /** With each element rounded to a 127th of its row's greatest. */
    public static void writeRounded(ModelWriter out, String section, float[][] rows) {
        int columns = rows[0].length;
        byte[] values = new byte[rows.length * columns];
        float[] scales = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float greatest = 0;
            for (float x : rows[i]) {
                greatest = Math.max(greatest, Math.abs(x));
            }
            scales[i] = greatest / Byte.MAX_VALUE;
            for (int j = 0; j < columns && greatest > 0; j++) {
                values[i * columns + j] = (byte) Math.round(rows[i][j] / scales[i]);
            }
        }
        out.ints(section + ".size", new int[] {rows.length, columns})
                .floats(section + ".scales", scales)
                .bytes(section, values);
    }

    public static float[][] readRounded(Model model, String section) {
        int[] size = size(model, section);
        byte[] values = model.bytes(section);
        float[] scales = model.floats(section + ".scales");
        requireLength(section, values.length, size);
        float[][] rows = new float[size[0]][size[1]];
        for (int i = 0; i < rows.length; i++) {
            int from = i * size[1];
            for (int j = 0; j < size[1]; j++) {
                rows[i][j] = values[from + j] * scales[i];
            }
        }
        return rows;
    }

    private static int[] size(Model model, String section) {
        int[] size = model.ints(section + ".size");
        if (size.length != 2) {
            throw new ModelException("The size of " + section + " has " + size.length + " numbers");
        }
        return size;
    }

    private static void requireLength(String section, int length, int[] size) {
        if (length != size[0] * size[1]) {
            throw new ModelException("Section " + section + " has " + length + " elements");
        }
    }
}
