package io.averment.stack.deadletters;

import io.averment.stack.process.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which offsets of a partition were replayed: all below one, and some above it. It fits a committed offset and its metadata, so the
 * broker itself remembers it and no further topic is needed.
 *
 * @param below every offset under this one was replayed
 * @param above those replayed at or above it
 */
record Replayed(long below, TreeSet<Long> above) {

    static final Replayed NOTHING = new Replayed(0, new TreeSet<>());

    /** What brokers take as metadata of an offset, unless told otherwise. */
    private static final int LONGEST_REST = 4096;

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");
    /** Against metadata that nobody here wrote. */
    private static final long WIDEST_RANGE = 1_000_000;

    Replayed {
        above = new TreeSet<>(above);
    }

    /** From a committed offset and its metadata; what cannot be read in the metadata counts as not replayed. */
    static Replayed parse(long below, @Nullable String rest) {
        TreeSet<Long> above = new TreeSet<>();
        for (String part : (rest == null ? "" : rest).split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                long first = Long.parseLong(range.group(1));
                long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
                for (long offset = first; offset <= last && offset - first < WIDEST_RANGE; offset++) {
                    above.add(offset);
                }
            }
        }
        return new Replayed(below, above);
    }

    boolean contains(long offset) {
        return offset < below || above.contains(offset);
    }

    /**
     * The same with one more.
     *
     * @param first the first offset that the partition still has; what is gone need not be remembered one by one
     */
    Replayed with(long offset, long first) throws StackFailure {
        TreeSet<Long> more = new TreeSet<>(above);
        more.add(offset);
        long under = below == 0 ? first : below;
        while (!more.isEmpty() && more.first() <= under) {
            under = Math.max(under, more.pollFirst() + 1);
        }
        Replayed result = new Replayed(under, more);
        if (result.rest().length() > LONGEST_REST) {
            throw new StackFailure(
                    "Too many separate messages of this topic were replayed to remember each. Replay the oldest ones"
                            + " first.");
        }
        return result;
    }

    /** The offsets above, as ranges: {@code 7,9-12}. */
    String rest() {
        List<String> ranges = new ArrayList<>();
        @Nullable Long first = null;
        @Nullable Long last = null;
        for (Long offset : above) {
            if (last != null && first != null && offset != last + 1) {
                ranges.add(range(first, last));
                first = null;
            }
            first = first == null ? offset : first;
            last = offset;
        }
        if (first != null && last != null) {
            ranges.add(range(first, last));
        }
        return String.join(",", ranges);
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
