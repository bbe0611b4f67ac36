package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;

/** Matrices in model files. */
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

    static int[] size(Model model, String section) {
        int[] size = model.ints(section + ".size");
        if (size.length != 2) {
            throw new ModelException("The size of " + section + " has " + size.length + " numbers");
        }
        return size;
    }

    static void requireLength(String section, int length, int[] size) {
        if (length != size[0] * size[1]) {
            throw new ModelException("Section " + section + " has " + length + " elements");
        }
    }
}
