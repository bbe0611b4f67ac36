package io.averment.query.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the articles of the record say of an entity, as far as it tells entities of one name apart.
 *
 * @param names folded
 * @param country ISO 3166-1 alpha-3
 * @param roles how reports describe it, folded
 * @param companions the keys of what is named beside it
 */
public record EntityPortrait(
        String key,
        String type,
        Set<String> names,
        @Nullable String country,
        Set<String> roles,
        Set<String> companions) {
    private static final String PERSON = "PERSON";
    private static final Set<String> COMPARED = Set.of(PERSON, "ORGANIZATION");
    /** Of other things the analysis may take one for another: a hospital is a facility and a body. */
    private static final Set<String> NO_PERSON = Set.of("ORGANIZATION", "PLACE", "FACILITY", "GROUP");
    /** One may be anybody whom every report names. */
    private static final int FEWEST_COMPANIONS = 2;

    private static final String NAME = "name:";
    private static final String ARTICLE = "article:";

    public EntityPortrait {
        names = Set.copyOf(names);
        roles = Set.copyOf(roles);
        companions = Set.copyOf(companions);
    }

    /** Whether two entities are one. */
    public enum Verdict {
        SAME,
        DISTINCT,
        /** Nothing tells; they stay apart. */
        UNDECIDED
    }

    /** What a verdict rests on. */
    public enum Code {
        SHARED_NAME,
        SAME_COUNTRY,
        SHARED_ROLE,
        SHARED_COMPANIONS,
        OTHER_COUNTRY,
        OTHER_TYPE,
        /** A knowledge base has them as two. */
        TWO_KNOWN
    }

    /**
     * A reason.
     *
     * @param detail the name, country, role or key that agrees or does not
     */
    public record Reason(Code code, @Nullable String detail) {}

    /** A verdict with its reasons. */
    public record Comparison(Verdict verdict, List<Reason> reasons) {
        public Comparison {
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether things of these types can be one thing: a person is no body, place, facility or group. What is of another type may be anything. */
    public static boolean canBeOne(String type, String another) {
        return !(type.equals(PERSON) && NO_PERSON.contains(another))
                && !(another.equals(PERSON) && NO_PERSON.contains(type));
    }

    /**
     * Compares two people or organisations that share a whole name. A person's surname alone is none. What a knowledge base has as two, or what
     * belongs to two countries, is never one; otherwise a common country, a common role or two common companions make them one. Symmetric but for the order of
     * what is compared.
     */
    public Comparison compare(EntityPortrait other) {
        if (!type.equals(other.type) || !COMPARED.contains(type)) {
            return new Comparison(Verdict.DISTINCT, List.of(new Reason(Code.OTHER_TYPE, null)));
        }
        if (isKnown() && other.isKnown()) {
            return new Comparison(Verdict.DISTINCT, List.of(new Reason(Code.TWO_KNOWN, null)));
        }
        List<Reason> reasons = new ArrayList<>();
        shared(wholeNames(), other.wholeNames(), Code.SHARED_NAME, reasons);
        if (reasons.isEmpty()) {
            return new Comparison(Verdict.UNDECIDED, List.of());
        }
        if (country != null && other.country != null) {
            if (!country.equals(other.country)) {
                reasons.add(new Reason(Code.OTHER_COUNTRY, other.country));
                return new Comparison(Verdict.DISTINCT, reasons);
            }
            reasons.add(new Reason(Code.SAME_COUNTRY, country));
        }
        shared(roles, other.roles, Code.SHARED_ROLE, reasons);
        List<String> both =
                companions.stream().filter(other.companions::contains).sorted().toList();
        if (both.size() >= FEWEST_COMPANIONS) {
            reasons.add(new Reason(Code.SHARED_COMPANIONS, String.join(" ", both.subList(0, FEWEST_COMPANIONS))));
        }
        return new Comparison(reasons.size() > 1 ? Verdict.SAME : Verdict.UNDECIDED, reasons);
    }

    private boolean isKnown() {
        return !key.startsWith(NAME) && !key.startsWith(ARTICLE);
    }

    private Set<String> wholeNames() {
        Set<String> whole = new TreeSet<>(names);
        whole.removeIf(name -> type.equals(PERSON) && name.indexOf(' ') < 0);
        return whole;
    }

    /** Adds the first in order of what both have. */
    private static void shared(Set<String> mine, Set<String> theirs, Code code, List<Reason> reasons) {
        mine.stream()
                .filter(theirs::contains)
                .sorted()
                .findFirst()
                .ifPresent(found -> reasons.add(new Reason(code, found)));
    }
}
