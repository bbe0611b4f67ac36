package io.averment.analysis.entity;

import org.jspecify.annotations.Nullable;

/**
 * That someone held an office.
 *
 * @param holder id of the person
 * @param title in lower case, as "prime minister"
 * @param of id of the country or organisation
 * @param from a year, month or day in ISO 8601; null when unknown
 * @param until the same; null when not known to have ended
 */
public record Office(
        String holder,
        String title,
        String of,
        @Nullable String from,
        @Nullable String until) {

    /**
     * Whether the holder held it on a day, as far as the dates say: a year or month counts whole.
     *
     * @param day ISO 8601
     */
    public boolean isHeldOn(String day) {
        return (from == null || prefix(day, from).compareTo(from) >= 0)
                && (until == null || prefix(day, until).compareTo(until) <= 0);
    }

    private static String prefix(String day, String like) {
        return day.substring(0, Math.min(day.length(), like.length()));
    }
}
