package io.averment.ingest.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Who published a report, as readers know it.
 *
 * @param name on one line, without outer blanks, 1 to {@value #MAX_LENGTH} code points
 */
public record Outlet(String name) {
    public static final int MAX_LENGTH = 200;

    public Outlet {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("an outlet's name has 1 to " + MAX_LENGTH + " code points");
        }
    }

    /** Reads a name as written; nothing when it is blank or too long. */
    public static Optional<Outlet> parse(String written) {
        var name = Cleaning.line(written);
        return name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new Outlet(name));
    }

    /**
     * The name with everything taken off that does not make another outlet: compatibility forms (NFKC), case and runs
     * of blanks. Part of the article id, so the rule never changes. Java has no full case folding; upper case and then
     * lower case comes to the same for all but a few letters, and is as stable.
     */
    public String key() {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Cleaning.line(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }
}
