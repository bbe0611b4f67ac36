package io.averment.query.record.thread;

import io.averment.query.record.DayRange;
import io.averment.query.record.thread.Step.Kind;
import io.averment.query.record.thread.Undertaking.Report;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a commitment, step by step in the order of the days on which it was told. */
public final class CommitmentLife {
    /** How far two deadlines may lie apart that are reckoned from the days of their reports. */
    private static final long RECKONING_DAYS = 7;

    private static final Comparator<ThreadFact> TOLD =
            Comparator.comparing(ThreadFact::day).thenComparing(ThreadFact::place);

    private final List<Step> steps = new ArrayList<>();
    private final Deque<Lapse> lapses;
    private State state = State.OPEN;
    private DayRange due = DayRange.OPEN;
    private boolean reckoned;
    private @Nullable Report sense;

    private CommitmentLife(List<Lapse> lapses) {
        this.lapses = new ArrayDeque<>(
                lapses.stream().sorted(Comparator.comparing(Lapse::due)).toList());
    }

    /** How it stands. */
    public enum State {
        /** It is to be done. */
        OPEN,
        /** A report says that it was done. */
        MET,
        /** A report says that it was not done in time. */
        MISSED,
        /** It was given up. */
        WITHDRAWN,
        /** Somebody denied it, and nobody repeated it since. */
        CONTRADICTED,
        /** The deadline passed without a report. */
        LAPSED;

        /** Whether it lapses when its deadline passes. */
        public boolean awaited() {
            return this == OPEN || this == CONTRADICTED;
        }
    }

    /** The life of a thread of commitments, with the lapses that the record noticed. */
    public static CommitmentLife of(FactThread thread, List<Lapse> lapses) {
        CommitmentLife life = new CommitmentLife(lapses);
        for (ThreadFact fact : thread.facts().stream().sorted(TOLD).toList()) {
            life.lapseBefore(fact.day());
            if (fact.evidence() instanceof Undertaking undertaking) {
                life.tell(fact, undertaking);
            }
        }
        life.lapseBefore(LocalDate.MAX);
        return life;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public State state() {
        return state;
    }

    /** The deadline as told last; open where none is known. */
    public DayRange due() {
        return due;
    }

    /** A deadline that was moved since, or of which something is reported, does not lapse. */
    private void lapseBefore(LocalDate day) {
        while (!lapses.isEmpty() && lapses.getFirst().due().isBefore(day)) {
            Lapse lapse = lapses.removeFirst();
            if (state.awaited() && lapse.due().equals(due.last())) {
                state = State.LAPSED;
                steps.add(new Step(Kind.LAPSED, lapse.due().plusDays(1), null, due, null, lapse));
            }
        }
    }

    private void tell(ThreadFact fact, Undertaking undertaking) {
        Report report = undertaking.report();
        if (sense == null && (report == Report.UNDERTAKEN || report == Report.REFUSED)) {
            sense = report;
        }
        DayRange before = due;
        Kind kind = kind(undertaking);
        boolean moved = kind == Kind.MOVED;
        if (undertaking.dueTo() != null && (before.isOpen() || moved)) {
            due = undertaking.due();
            reckoned = undertaking.within();
        }
        state = switch (kind) {
            case ANNOUNCED, RESTATED, MOVED -> State.OPEN;
            case REPORTED_MET -> State.MET;
            case REPORTED_MISSED -> State.MISSED;
            case WITHDRAWN -> State.WITHDRAWN;
            case CONTRADICTED -> State.CONTRADICTED;
            case LAPSED -> State.LAPSED;
        };
        steps.add(new Step(kind, fact.day(), moved && !before.isOpen() ? before : null, due, fact, null));
    }

    private Kind kind(Undertaking undertaking) {
        return switch (undertaking.report()) {
            case MET -> Kind.REPORTED_MET;
            case MISSED -> Kind.REPORTED_MISSED;
            case WITHDRAWN -> Kind.WITHDRAWN;
            case DENIED -> Kind.CONTRADICTED;
            case MOVED -> Kind.MOVED;
            case UNDERTAKEN, REFUSED ->
                undertaking.report() != sense
                        ? Kind.WITHDRAWN
                        : moves(undertaking) ? Kind.MOVED : steps.isEmpty() ? Kind.ANNOUNCED : Kind.RESTATED;
        };
    }

    private boolean moves(Undertaking undertaking) {
        LocalDate last = undertaking.dueTo();
        LocalDate standing = due.last();
        if (last == null || standing == null || UndertakingComparison.overlap(due, undertaking.due())) {
            return false;
        }
        boolean sameReckoning = (reckoned || undertaking.within())
                && Math.abs(ChronoUnit.DAYS.between(standing, last)) <= RECKONING_DAYS;
        return !sameReckoning;
    }
}
