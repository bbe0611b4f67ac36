package io.averment.stack.configuration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A property that a person may set.
 *
 * @param name with dots
 * @param type what a value is, in words
 * @param standard the value that holds when nobody sets it; empty when there is none
 * @param meaning in sentences, on one line
 */
record Setting(String name, String type, String standard, String meaning) {

    /** The end of a name that stands for many, each with a key of one's own. */
    static final String KEY = ".<key>";

    private static final Pattern NOT_OF_VARIABLES = Pattern.compile("[^A-Z0-9]");
    private static final Set<String> SECRET_WORDS = Set.of("password", "secret", "jaas");

    Setting {
        if (name.isBlank() || type.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("The setting " + name + " has no name, type or meaning");
        }
    }

    /** The environment variable that sets it; none for a key of one's own, whose dashes and dots a variable could not tell apart. */
    Optional<String> variable() {
        return name.endsWith(KEY)
                ? Optional.empty()
                : Optional.of(
                        NOT_OF_VARIABLES.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("_"));
    }

    /** Whether its value must not be seen by anybody. */
    boolean isSecret() {
        return SECRET_WORDS.stream().anyMatch(name::contains);
    }

    Setting withStandard(String value) {
        return new Setting(name, type, value, meaning);
    }
}
