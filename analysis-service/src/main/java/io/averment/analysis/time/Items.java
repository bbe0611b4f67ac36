package io.averment.analysis.time;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The words of a sentence as the grammar sees them: each item is one or more tokens (a number phrase, a named day) or a part of one
 * ({@code mid-} of {@code mid-November}), with the symbols that it may stand for. Grows while it is filled; for one thread.
 */
final class Items {

    /** The value of a {@link Kind#ZONE} that says no more than that it is the local time of some place. */
    static final int LOCAL = 10_000;

    private static final int INITIAL = 64;

    /** How many items may stand before the first that is a word of time. */
    private static final int LEAD = 6;

    private int size;
    private int[] starts = new int[INITIAL];
    private int[] ends = new int[INITIAL];
    private int[] tokens = new int[INITIAL];
    private int[] firstSenses = new int[INITIAL + 1];
    private int senses;
    private int[] symbols = new int[INITIAL];
    private int[] values = new int[INITIAL];
    private int[] triggerItems = new int[INITIAL];
    private int triggers;
    private int nextTrigger;

    private final Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);

    /** In which order a date in digits gives day and month that can only be read in one; kept for the whole text. */
    void noteOrder(DateOrder order) {
        orders.add(order);
    }

    /** The orders that the dates in digits of the sentences so far are written in. */
    Set<DateOrder> orders() {
        return orders;
    }

    void clear() {
        size = 0;
        senses = 0;
        triggers = 0;
        nextTrigger = 0;
    }

    /** Begins the next item. {@code token} is the first of its tokens. */
    void begin(int start, int end, int token) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            tokens = Arrays.copyOf(tokens, 2 * size);
            firstSenses = Arrays.copyOf(firstSenses, 2 * size + 1);
        }
        starts[size] = start;
        ends[size] = end;
        tokens[size] = token;
        firstSenses[size] = senses;
        size++;
        firstSenses[size] = senses;
    }

    /** Whether something that a time expression may consist of stands at an item or shortly behind it. */
    boolean isNearTrigger(int item) {
        while (nextTrigger < triggers && triggerItems[nextTrigger] < item) {
            nextTrigger++;
        }
        return nextTrigger < triggers && triggerItems[nextTrigger] - item <= LEAD;
    }

    /** A class of the last item. */
    void add(Kind kind, int value) {
        addQuietly(kind, value);
        if (kind.isTrigger()) {
            trigger();
        }
    }

    /** A class of the last item that is none of time without others. */
    void addQuietly(Kind kind, int value) {
        addSymbol(Kind.NUMBERS.of(kind), value);
    }

    /** A class or a word of the last item, by its number. */
    void addSymbol(int symbol, int value) {
        if (senses == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * senses);
            values = Arrays.copyOf(values, 2 * senses);
        }
        symbols[senses] = symbol;
        values[senses] = value;
        senses++;
        firstSenses[size] = senses;
    }

    /** Says that something is there that a time expression may consist of. */
    void trigger() {
        if (triggers == triggerItems.length) {
            triggerItems = Arrays.copyOf(triggerItems, 2 * triggers);
        }
        triggerItems[triggers++] = size - 1;
    }

    /** Whether anything is there that a time expression may consist of. */
    boolean isTriggered() {
        return triggers > 0;
    }

    int size() {
        return size;
    }

    /** First UTF-16 unit. */
    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return ends[item];
    }

    /** The first token of an item; for {@code size()} one past the last. */
    int token(int item) {
        return tokens[item];
    }

    int firstSense(int item) {
        return firstSenses[item];
    }

    int symbol(int sense) {
        return symbols[sense];
    }

    /** Whether an item may stand for a symbol. */
    boolean hasSymbol(int item, int symbol) {
        for (int s = firstSenses[item]; s < firstSenses[item + 1]; s++) {
            if (symbols[s] == symbol) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sense is a class rather than a word. */
    boolean isKind(int sense) {
        return symbols[sense] < Kind.NUMBERS.size();
    }

    Kind kind(int sense) {
        return Kind.NUMBERS.at(symbols[sense]);
    }

    int value(int sense) {
        return values[sense];
    }

    /** The value of an item as one of a class, or -1. */
    int valueAs(int item, Kind kind) {
        int symbol = Kind.NUMBERS.of(kind);
        for (int s = firstSenses[item]; item < size && s < firstSenses[item + 1]; s++) {
            if (symbols[s] == symbol) {
                return values[s];
            }
        }
        return -1;
    }
}
