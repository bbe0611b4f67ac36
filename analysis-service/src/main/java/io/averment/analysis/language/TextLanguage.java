package io.averment.analysis.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language that a text is in, as far as the text shows.
 *
 * @param code BCP 47: a language, or {@link #UNDETERMINED}
 */
public record TextLanguage(String code) {

    /** Too short, too mixed or in no script that is known. */
    public static final String UNDETERMINED = "und";

    /** What the annotators of the pipeline read. */
    public static final String ENGLISH = "en";

    /**
     * Whether a text is to be taken for one in another language than English: the text decides where it shows its language, else
     * what the sender declares, else it is taken for English.
     *
     * @param declared BCP 47, as the sender gave it
     */
    public boolean isForeign(@Nullable String declared) {
        if (isDetermined()) {
            return !code.equals(ENGLISH);
        }
        return declared != null
                && !primary(declared).equals(ENGLISH)
                && !primary(declared).equals(UNDETERMINED);
    }

    /** Whether the text shows its language. */
    public boolean isDetermined() {
        return !code.equals(UNDETERMINED);
    }

    /** Whether the text shows another language than the one declared; regions and scripts make no difference. */
    public boolean contradicts(String declared) {
        return isDetermined() && !primary(declared).equals(code);
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
