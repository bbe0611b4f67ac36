package io.averment.analysis.time;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the words of the last match say. For one thread. */
final class FieldsReader {

    private final Items items;
    private final Grammar.Matcher matcher;
    private final @Nullable Cue[] cues;

    /** @param cues by symbol */
    FieldsReader(Items items, Grammar.Matcher matcher, @Nullable Cue[] cues) {
        this.items = items;
        this.matcher = matcher;
        this.cues = cues;
    }

    /** The fields of the last match, from one item to another. */
    Fields read(int from, int to) {
        Set<Cue> words = EnumSet.noneOf(Cue.class);
        for (int i = 0; i < to - from; i++) {
            Cue cue = cues[items.symbol(matcher.sense(i))];
            if (cue != null) {
                words.add(cue);
            }
        }
        Fields fields = new Fields(matcher.reading(), words);
        if (fields.reading == Reading.FIXED) {
            fields.setPhrase(matcher.phrase());
        }
        for (int i = 0; i < to - from; i++) {
            int sense = matcher.sense(i);
            if (items.isKind(sense)) {
                put(fields, sense, i + 1 < to - from ? matcher.sense(i + 1) : -1);
            } else if (cues[items.symbol(sense)] == Cue.HALF && !fields.hasUnit()) {
                fields.setHalfFirst();
            }
        }
        return fields;
    }

    /** A number before "a.m." or "o'clock" is an hour. */
    private void put(Fields fields, int sense, int next) {
        if (items.kind(sense) == Kind.DAY && next >= 0 && isClockBehind(next)) {
            fields.putHour(items.value(sense));
        } else {
            fields.put(items.kind(sense), items.value(sense));
        }
    }

    private boolean isClockBehind(int next) {
        if (!items.isKind(next)) {
            return cues[items.symbol(next)] == Cue.OCLOCK;
        }
        return items.kind(next) == Kind.HALFDAY || items.kind(next) == Kind.CLOCKWORD;
    }
}
