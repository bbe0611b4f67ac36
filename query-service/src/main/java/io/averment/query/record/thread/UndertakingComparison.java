package io.averment.query.record.thread;

import io.averment.query.record.DayRange;
import io.averment.query.record.thread.Reason.Code;
import io.averment.query.record.thread.Term.Sort;
import io.averment.query.record.thread.Voice.Sameness;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two undertakings are one: the same actor and the same deed, done to the same. Names and numbers that differ make two of them, and
 * so does a deadline that had passed long before the other was announced. Symmetric.
 */
final class UndertakingComparison {
    private static final double SHARE_OF_FEWER = 0.6;
    private static final double SHARE_OF_ALL = 0.3;
    private static final double SHARE_WHEN_UNSURE = 0.5;
    private static final long DAYS_AFTER_DEADLINE = 90;
    private static final long DAYS_WHEN_UNSURE = 90;

    private final ThreadFact one;
    private final ThreadFact other;
    private final Undertaking mine;
    private final Undertaking theirs;

    private UndertakingComparison(ThreadFact one, Undertaking mine, ThreadFact other, Undertaking theirs) {
        this.one = one;
        this.mine = mine;
        this.other = other;
        this.theirs = theirs;
    }

    /** Why they are one; empty when they are not. */
    static Optional<List<Reason>> compare(ThreadFact one, Undertaking mine, ThreadFact other, Undertaking theirs) {
        return new UndertakingComparison(one, mine, other, theirs).reasons();
    }

    private Optional<List<Reason>> reasons() {
        Sameness voices = mine.voice().sameness(theirs.voice());
        if (voices == Sameness.OTHER || !mine.act().equals(theirs.act())) {
            return Optional.empty();
        }
        if (differ(Sort.NAME)
                || differ(Sort.NUMBER)
                || headsDiffer()
                || isLater(one, mine, other, theirs)
                || isLater(other, theirs, one, mine)) {
            return Optional.empty();
        }
        boolean unsure = voices == Sameness.LIKELY;
        if (unsure && Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())) > DAYS_WHEN_UNSURE) {
            return Optional.empty();
        }
        return agree(unsure) ? Optional.of(told(voices)) : Optional.empty();
    }

    /** Whether both have words of this sort, and neither's are among the other's. */
    private boolean differ(Sort sort) {
        Set<String> ours = stems(mine, sort);
        Set<String> others = stems(theirs, sort);
        if (ours.isEmpty() || others.isEmpty()) {
            return false;
        }
        return !allStems(theirs).containsAll(ours) && !allStems(mine).containsAll(others);
    }

    private boolean headsDiffer() {
        String head = mine.head();
        String theirHead = theirs.head();
        return head != null
                && theirHead != null
                && !head.equals(theirHead)
                && !(allStems(mine).contains(theirHead) && allStems(theirs).contains(head));
    }

    /** Whether the second was announced anew, long after the first one's deadline. */
    private static boolean isLater(ThreadFact first, Undertaking before, ThreadFact second, Undertaking after) {
        LocalDate due = before.dueTo();
        LocalDate next = after.dueTo();
        return due != null
                && next != null
                && next.isAfter(due)
                && first.day().isBefore(second.day())
                && after.report() == Undertaking.Report.UNDERTAKEN
                && second.day().isAfter(due.plusDays(DAYS_AFTER_DEADLINE));
    }

    private boolean agree(boolean unsure) {
        if (mine.terms().isEmpty() && theirs.terms().isEmpty()) {
            return dueTogether() || ((noDue(mine) || noDue(theirs)) && near());
        }
        double shared = weight(mine, allStems(theirs));
        double ours = weight(mine, allStems(mine));
        double others = weight(theirs, allStems(theirs));
        if (shared == 0) {
            return false;
        }
        double ofFewer = shared / Math.min(ours, others);
        double ofAll = shared / (ours + others - shared);
        return unsure
                ? ofAll >= SHARE_WHEN_UNSURE && (dueTogether() || noDue(mine) || noDue(theirs))
                : ofFewer >= SHARE_OF_FEWER && (ofAll >= SHARE_OF_ALL || dueTogether());
    }

    private boolean near() {
        return Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())) <= DAYS_WHEN_UNSURE;
    }

    private static boolean noDue(Undertaking undertaking) {
        return undertaking.dueTo() == null;
    }

    private boolean dueTogether() {
        return overlap(mine.due(), theirs.due());
    }

    /** Whether both are given and have a day in common. */
    static boolean overlap(DayRange one, DayRange other) {
        LocalDate from = one.first();
        LocalDate to = one.last();
        LocalDate otherFrom = other.first();
        LocalDate otherTo = other.last();
        return to != null
                && otherTo != null
                && !(from == null ? to : from).isAfter(otherTo)
                && !(otherFrom == null ? otherTo : otherFrom).isAfter(to);
    }

    private static double weight(Undertaking undertaking, Set<String> among) {
        return undertaking.terms().stream()
                .filter(term -> among.contains(term.stem()))
                .mapToDouble(term -> term.sort().weight())
                .sum();
    }

    private static Set<String> stems(Undertaking undertaking, Sort sort) {
        return undertaking.terms().stream()
                .filter(term -> term.sort() == sort)
                .map(Term::stem)
                .collect(Collectors.toSet());
    }

    private static Set<String> allStems(Undertaking undertaking) {
        return undertaking.terms().stream().map(Term::stem).collect(Collectors.toSet());
    }

    private List<Reason> told(Sameness voices) {
        List<Reason> reasons = new ArrayList<>();
        String name = mine.voice().name().length() >= theirs.voice().name().length()
                ? mine.voice().name()
                : theirs.voice().name();
        reasons.add(new Reason(voices == Sameness.SURE ? Code.SAME_VOICE : Code.LIKELY_SAME_VOICE, name));
        reasons.add(new Reason(Code.SAME_ACT, mine.act()));
        String shared = mine.terms().stream()
                .map(Term::stem)
                .filter(allStems(theirs)::contains)
                .sorted()
                .collect(Collectors.joining(" "));
        if (!shared.isEmpty()) {
            reasons.add(new Reason(Code.SHARED_WORDS, shared));
        }
        if (!noDue(mine) && !noDue(theirs)) {
            reasons.add(new Reason(dueTogether() ? Code.SAME_DEADLINE : Code.OTHER_DEADLINE, null));
        }
        return List.copyOf(reasons);
    }
}
