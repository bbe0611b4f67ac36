package io.averment.analysis.entity;

import io.averment.analysis.entity.Link.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which of several entries a name means: by the countries that the text speaks of, then by how much larger one is than the
 * others. Where that does not decide, nothing is chosen. Immutable, thread-safe.
 */
public final class Linker {

    /** An abbreviation as short as this stands for too many things to be believed by itself. */
    private static final int LONGEST_DOUBTFUL_ABBREVIATION = 5;

    /** By how many points the best must lead. */
    private static final int LEAST_LEAD = 2;

    private static final int MOST_CANDIDATES = 5;
    private static final int COUNTRY_SPOKEN_OF = 3;
    private static final int NAMED_IN_FULL = 4;
    private static final int LARGE = 1;
    private static final long LARGE_POPULATION = 500_000;

    /**
     * Decides.
     *
     * @param name as the text writes it
     * @param entries what it may mean
     */
    public Link choose(String name, List<Entry> entries, Context context) {
        if (entries.isEmpty()) {
            return Link.none(Reason.NOT_KNOWN, List.of());
        }
        List<Entry> supported = entries.stream()
                .filter(entry -> isSupported(name, entry, context))
                .toList();
        if (supported.isEmpty()) {
            return Link.none(Reason.ABBREVIATION_WITHOUT_SUPPORT, first(entries));
        }
        if (supported.size() == 1) {
            return Link.to(supported.getFirst());
        }
        List<Entry> ranked = new ArrayList<>(supported);
        ranked.sort(Comparator.comparingInt((Entry entry) -> -points(entry, context)));
        int lead = points(ranked.get(0), context) - points(ranked.get(1), context);
        return lead >= LEAST_LEAD ? Link.to(ranked.getFirst()) : Link.none(Reason.AMBIGUOUS, first(ranked));
    }

    private static List<Entry> first(List<Entry> entries) {
        return entries.subList(0, Math.min(entries.size(), MOST_CANDIDATES));
    }

    /** Whether something else in the text speaks for what a short abbreviation of a country's own affairs stands for. */
    private static boolean isSupported(String name, Entry entry, Context context) {
        String country = entry.country();
        boolean doubtful = entry.type() != EntityType.PLACE && isAbbreviation(name) && !name.equals(entry.name());
        return !doubtful || country == null || context.hasEntry(entry.id()) || context.weight(country) > 0;
    }

    /** Whether a name is a short run of capitals. */
    public static boolean isAbbreviation(String name) {
        if (name.length() > LONGEST_DOUBTFUL_ABBREVIATION) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int points(Entry entry, Context context) {
        int points = context.hasEntry(entry.id()) ? NAMED_IN_FULL : 0;
        String country = entry.country();
        if (country != null && context.weight(country) > 0) {
            points += COUNTRY_SPOKEN_OF + Math.min(context.weight(country), 4) / 2;
        }
        points += switch (entry.kind()) {
            case COUNTRY -> 2;
            case CAPITAL -> 2;
            case PROVINCE, REGION, ALLIANCE -> 1;
            default -> 0;
        };
        return points + (entry.population() >= LARGE_POPULATION ? LARGE : 0);
    }
}
