package io.averment.query.record.thread;

import io.averment.query.record.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step in a commitment's life.
 *
 * @param day in the world: of the report; of a lapse, the day after the deadline
 * @param before the deadline until then, of a step that moves it
 * @param due the deadline from then on; open where none is known
 * @param evidence the fact that tells it; null for a lapse, which nobody reports
 * @param lapse the lapse; null for what is reported
 */
public record Step(
        Kind kind,
        LocalDate day,
        @Nullable DayRange before,
        DayRange due,
        @Nullable ThreadFact evidence,
        @Nullable Lapse lapse) {

    /** What happens in it. */
    public enum Kind {
        /** It is undertaken for the first time in the record. */
        ANNOUNCED,
        /** It is undertaken again, for the same time. */
        RESTATED,
        /** It is to be done at another time. */
        MOVED,
        /** A report says that it was done. */
        REPORTED_MET,
        /** A report says that it was not done in time. */
        REPORTED_MISSED,
        /** It is given up. */
        WITHDRAWN,
        /** Somebody denies it. */
        CONTRADICTED,
        /** The deadline passed and no report said what became of it. */
        LAPSED
    }

    /** Whether a deadline moved to later days; empty when it did not move or it is not known. */
    public Optional<Boolean> later() {
        DayRange old = before;
        LocalDate last = due.last();
        LocalDate oldLast = old == null ? null : old.last();
        return last == null || oldLast == null ? Optional.empty() : Optional.of(last.isAfter(oldLast));
    }
}
