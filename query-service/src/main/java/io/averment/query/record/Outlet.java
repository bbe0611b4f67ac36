package io.averment.query.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who published an article. Two names are the same outlet when their keys are equal. */
public record Outlet(String name) {
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** @throws RuleBrokenException when the name is blank */
    public Outlet {
        RuleBrokenException.require(!name.isBlank(), "the outlet has no name");
    }

    /** The name without regard to case, compatibility forms and runs of blanks. */
    public String key() {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }
}
