package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelWriter;

/**
 * The rows of the parser's embeddings: which row each property of a word (its lower-case form, its ends, its shape) has. A
 * property that was not seen in training has its kind's own row for the unknown. Immutable and thread-safe; a look-up is constant.
 */
public final class FeatureTable {

    /** How many properties a word has. */
    public static final int KINDS = 7;

    /** Two rows follow those for the unknown that are no word's: the root's and that of an empty place. */
    private static final int FIRST_ROW = KINDS;

    private final int[] keys;
    private final int[] slots;
    private final int mask;

    /** @param keys each once; the row of the first is {@value #KINDS} */
    public FeatureTable(int[] keys) {
        this.keys = keys.clone();
        int size = Integer.highestOneBit(Math.max(1, keys.length)) << 2;
        this.mask = size - 1;
        this.slots = new int[size];
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }

    public static FeatureTable read(Model model) {
        return new FeatureTable(model.ints("parser.features"));
    }

    public void write(ModelWriter out) {
        out.ints("parser.features", keys);
    }

    /** How many rows there are. */
    public int size() {
        return keys.length + FIRST_ROW;
    }

    /** The row of a property, or its kind's row for the unknown. */
    public int row(int kind, int key) {
        int slot = key & mask;
        int index = slots[slot];
        while (index != 0) {
            if (keys[index - 1] == key) {
                return index - 1 + FIRST_ROW;
            }
            slot = (slot + 1) & mask;
            index = slots[slot];
        }
        return kind;
    }

    /** The hashed property of a word. */
    public static int key(WordForms forms, int index, int kind) {
        int value = switch (kind) {
            case 0 -> forms.lower(index);
            case 1 -> forms.suffix(index, 2);
            case 2 -> forms.suffix(index, 3);
            case 3 -> forms.suffix(index, 4);
            case 4 -> forms.prefix(index, 3);
            case 5 -> forms.shape(index);
            case 6 -> forms.suffix(index, 1);
            default -> throw new IllegalArgumentException("There is no kind " + kind);
        };
        return Hashes.of(0x5EED, kind, value);
    }
}
