package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;

/**
 * A matrix whose elements are bytes with a scale for each row, in memory as in the model's file: a quarter of what floats take, so
 * that more of it is near, and nothing is to be done when it is loaded. Immutable and thread-safe.
 */
final class Embeddings {

    private final int width;
    private final float[] scales;
    private final byte[] values;

    private Embeddings(int width, float[] scales, byte[] values) {
        this.width = width;
        this.scales = scales;
        this.values = values;
    }

    /** With each element rounded to a 127th of its row's greatest. */
    static Embeddings rounded(float[][] rows) {
        int width = rows[0].length;
        float[] scales = new float[rows.length];
        byte[] values = new byte[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            float greatest = 0;
            for (float x : rows[i]) {
                greatest = Math.max(greatest, Math.abs(x));
            }
            scales[i] = greatest / Byte.MAX_VALUE;
            for (int j = 0; j < width && greatest > 0; j++) {
                values[i * width + j] = (byte) Math.round(rows[i][j] / scales[i]);
            }
        }
        return new Embeddings(width, scales, values);
    }

    static Embeddings read(Model model, String section) {
        int[] size = Matrices.size(model, section);
        byte[] values = model.bytes(section);
        float[] scales = model.floats(section + ".scales");
        Matrices.requireLength(section, values.length, size);
        if (scales.length != size[0]) {
            throw new ModelException("Section " + section + " has " + scales.length + " scales");
        }
        return new Embeddings(size[1], scales, values);
    }

    void write(ModelWriter out, String section) {
        out.ints(section + ".size", new int[] {scales.length, width})
                .floats(section + ".scales", scales)
                .bytes(section, values);
    }

    /** Elements of a row. */
    int width() {
        return width;
    }

    /** {@code sum += row}. */
    void addTo(int row, float[] sum) {
        int from = row * width;
        float scale = scales[row];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += values[from + j] * scale;
        }
    }
}
