package io.averment.analysis.syntax;

import java.util.Arrays;

/** A matrix whose rows are made when they are first needed and then used again. Not thread-safe. */
final class Rows {

    private final int width;
    private float[][] rows = {};

    Rows(int width) {
        this.width = width;
    }

    /** At least the first {@code count} rows, with whatever was written there before. */
    float[][] first(int count) {
        int made = rows.length;
        if (made < count) {
            rows = Arrays.copyOf(rows, Math.max(count, 2 * made));
            for (int t = made; t < rows.length; t++) {
                rows[t] = new float[width];
            }
        }
        return rows;
    }

    /** The same, each of these a copy of {@code row}. */
    float[][] filled(int count, float[] row) {
        float[][] filled = first(count);
        for (int t = 0; t < count; t++) {
            System.arraycopy(row, 0, filled[t], 0, width);
        }
        return filled;
    }
}
