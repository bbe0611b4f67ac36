package io.averment.query.record.story;

import io.averment.query.record.story.Trait.Sort;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * That two reports tell of one development: what they share, and how much that says. It follows from the two alone.
 *
 * @param affinity how much what they share says, in hundredths; the further apart their days, the less
 * @param shared what they share; empty for copies of one text
 */
public record StoryLink(int affinity, List<Trait> shared) {
    /** Reports whose days lie further apart are never linked. */
    public static final int WINDOW_DAYS = 550;

    /** What copies of one text are linked by. */
    private static final int COPY = 10_000;

    private static final int HUNDREDTHS = 100;
    /** What is shared must say so much, though the reports lie apart. */
    private static final int ENOUGH = 300;
    /** It must be so many hundredths of all that the one with less has, since long reports share words by chance. */
    private static final int LEAST_SHARE = 20;
    /** After so many days what is shared says half as much. */
    private static final int HALF_DAYS = 730;

    public StoryLink {
        shared = List.copyOf(shared);
    }

    /** What links the two; empty when it is too little. Symmetric. Costs the number of their traits. */
    public static Optional<StoryLink> between(StoryReport one, StoryReport other) {
        long days = Math.abs(ChronoUnit.DAYS.between(one.day(), other.day()));
        if (days > WINDOW_DAYS) {
            return Optional.empty();
        }
        if (isCopy(one, other)) {
            return Optional.of(new StoryLink(COPY, List.of()));
        }
        List<Trait> shared = shared(one, other);
        int weight = weight(shared);
        int least = Math.min(weight(one.traits()), weight(other.traits()));
        int affinity = (int) ((long) weight * HUNDREDTHS * HALF_DAYS / (HALF_DAYS + days));
        return shared.size() > 1 && affinity >= ENOUGH && weight * HUNDREDTHS >= LEAST_SHARE * least
                ? Optional.of(new StoryLink(affinity, shared))
                : Optional.empty();
    }

    private static boolean isCopy(StoryReport one, StoryReport other) {
        String origin = one.source().origin();
        return one.source().text().equals(other.source().text())
                || (origin != null && origin.equals(other.source().origin()))
                || one.source().article().equals(other.source().origin())
                || other.source().article().equals(origin);
    }

    /** What both have; words that stand in a name that both have say nothing more. */
    private static List<Trait> shared(StoryReport one, StoryReport other) {
        Set<Trait> both = new TreeSet<>(one.traits());
        both.retainAll(new HashSet<>(other.traits()));
        Set<String> named = new HashSet<>();
        both.stream().filter(trait -> trait.sort().isName()).forEach(name -> named.addAll(StoryTraits.wordsOf(name)));
        both.removeIf(trait -> trait.sort() == Sort.WORD && named.contains(trait.value()));
        return new ArrayList<>(both);
    }

    private static int weight(List<Trait> traits) {
        return traits.stream().mapToInt(Trait::weight).sum();
    }
}
