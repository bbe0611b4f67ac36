package io.averment.query.record;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-3, as analyses write it
 */
public record Country(String code) {
    private static final Pattern ALPHA_3 = Pattern.compile("[A-Z]{3}");
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    /**
     * Reads a code of three letters, assigned or not, or an assigned one of two, regardless of case; empty when it is neither.
     */
    public static Optional<Country> parse(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        if (ALPHA_3.matcher(code).matches()) {
            return Optional.of(new Country(code));
        }
        return ALPHA_2.matcher(code).matches() ? ofAlpha2(code) : Optional.empty();
    }

    private static Optional<Country> ofAlpha2(String code) {
        try {
            return Optional.of(new Country(Locale.of("", code).getISO3Country()));
        } catch (MissingResourceException notAssigned) {
            return Optional.empty();
        }
    }
}
