package io.averment.query.record.thread;

import io.averment.query.record.thread.Reason.Code;
import io.averment.query.record.thread.Voice.Sameness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts facts into threads: whatever is linked, directly or over others, is one. Two facts are linked by what they are, so the threads
 * follow from the set of facts alone. Costs at most the square of the facts, and next to nothing where most are the same.
 */
public final class Weaving {
    private Weaving() {}

    /** The threads of these facts, each in the order of its facts, and they in the order of their first ones. */
    public static List<FactThread> weave(Collection<ThreadFact> facts) {
        List<ThreadFact> ordered =
                facts.stream().sorted(Comparator.comparing(ThreadFact::place)).toList();
        int[] roots = new int[ordered.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = i;
            for (int j = 0; j < i; j++) {
                if (root(roots, i) != root(roots, j)
                        && link(ordered.get(j), ordered.get(i)).isPresent()) {
                    join(roots, i, j);
                }
            }
        }
        TreeMap<Integer, List<ThreadFact>> threads = new TreeMap<>();
        for (int i = 0; i < roots.length; i++) {
            threads.computeIfAbsent(root(roots, i), first -> new ArrayList<>()).add(ordered.get(i));
        }
        return threads.values().stream().map(FactThread::new).toList();
    }

    private static int root(int[] roots, int fact) {
        int at = fact;
        while (roots[at] != at) {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }

    private static void join(int[] roots, int one, int other) {
        int first = root(roots, one);
        int second = root(roots, other);
        roots[Math.max(first, second)] = Math.min(first, second);
    }

    /**
     * Why the two belong together; empty when they do not, and when they would not be found by each other's keys: else whether they are
     * linked would follow from what else is read. Symmetric.
     */
    public static Optional<List<Reason>> link(ThreadFact one, ThreadFact other) {
        if (!bucket(one).equals(bucket(other))) {
            return Optional.empty();
        }
        return compare(one, other).filter(_ -> keys(one).reach(keys(other)));
    }

    private static Optional<List<Reason>> compare(ThreadFact one, ThreadFact other) {
        return switch (one.evidence()) {
            case Quotation mine ->
                other.evidence() instanceof Quotation theirs ? sameWords(mine, theirs) : Optional.empty();
            case Undertaking mine ->
                other.evidence() instanceof Undertaking theirs
                        ? UndertakingComparison.compare(one, mine, other, theirs)
                        : Optional.empty();
        };
    }

    private static Optional<List<Reason>> sameWords(Quotation mine, Quotation theirs) {
        Sameness voices = mine.voice().sameness(theirs.voice());
        if (voices == Sameness.OTHER) {
            return Optional.empty();
        }
        return mine.relation(theirs).map(relation -> {
            Code words = switch (relation) {
                case VERBATIM -> Code.VERBATIM;
                case TRIMMED -> Code.TRIMMED;
                case ALTERED -> Code.ALTERED;
            };
            Code voice = voices == Sameness.SURE ? Code.SAME_VOICE : Code.LIKELY_SAME_VOICE;
            return List.of(new Reason(voice, longer(mine, theirs)), new Reason(words, null));
        });
    }

    private static String longer(Quotation mine, Quotation theirs) {
        String name = mine.voice().name();
        String other = theirs.voice().name();
        return name.length() > other.length() || (name.length() == other.length() && name.compareTo(other) < 0)
                ? name
                : other;
    }

    /** What a thread lives in: facts of different buckets are never compared, so each is written by one writer at a time. */
    public static String bucket(ThreadFact fact) {
        return fact.kind().name() + ':' + fact.evidence().voice().bucket();
    }

    /** What it is looked for by, within its bucket. */
    public static FactKeys keys(ThreadFact fact) {
        Evidence.Keys keys = fact.evidence().keys();
        String bucket = bucket(fact);
        Set<String> names = new HashSet<>();
        keys.words().forEach(word -> names.add(bucket + '/' + word));
        return new FactKeys(names, keys.leastShared());
    }
}
