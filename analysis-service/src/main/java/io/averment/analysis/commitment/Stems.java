package io.averment.analysis.commitment;

import java.util.List;

/**
 * The dictionary forms that a form of a regular English verb may have, for words whose lemma the lemmatiser does not know ("postponed").
 * Only words that a list holds are looked up by them, so that a wrong one finds nothing.
 */
final class Stems {

    private static final int SHORTEST = 5;

    private Stems() {}

    /** The likeliest first; empty for what has no ending of a verb. Constant. */
    static List<String> of(String form) {
        if (form.length() < SHORTEST) {
            return List.of();
        }
        if (form.endsWith("ied") || form.endsWith("ies")) {
            return List.of(form.substring(0, form.length() - 3) + 'y');
        }
        if (form.endsWith("ed")) {
            return of(form, form.substring(0, form.length() - 2));
        }
        if (form.endsWith("ing")) {
            return of(form, form.substring(0, form.length() - 3));
        }
        return form.endsWith("s") ? List.of(form.substring(0, form.length() - 1)) : List.of();
    }

    private static List<String> of(String form, String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1) && last < form.length();
        return doubled ? List.of(stem, stem.substring(0, last)) : List.of(stem + 'e', stem);
    }
}
