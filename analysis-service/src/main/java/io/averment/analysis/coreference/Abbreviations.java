package io.averment.analysis.coreference;

import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.NameForm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Abbreviations that the text itself explains: "Popular Mobilization Forces (PMF)". The words before the bracket must begin with the
 * abbreviation's letters, in order (after Schwartz and Hearst, 2003). Linear.
 */
final class Abbreviations {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;

    /** How many words that add no letter a long form may have. */
    private static final int SILENT_WORDS = 3;

    private final Reading reading;

    /** Compared form of the long name by compared form of the abbreviation. */
    private final Map<String, String> longForms = new HashMap<>();

    Abbreviations(Reading reading) {
        this.reading = reading;
    }

    /** What the text explains: long form by short form, both as compared. */
    Map<String, String> longForms() {
        return longForms;
    }

    /** Reads the explanations, takes their long forms where nobody has, and then every further use of the short ones. */
    void find() {
        Map<String, EntityType> types = new HashMap<>();
        for (int i = 1; i < reading.size(); i++) {
            if (isBracketed(i)) {
                explain(i, types);
            }
        }
        for (int i = 0; i < reading.size(); i++) {
            EntityType type = types.get(reading.lower(i).replace(".", ""));
            if (type != null && reading.isFree(i) && reading.words.isShouted(i)) {
                take(i, i + 1, type);
            }
        }
    }

    private void take(int from, int to, EntityType type) {
        reading.take(
                from,
                to,
                Mention.named(reading.span(from, to), type, NameForm.of(reading.written(from, to)), List.of()));
    }

    private boolean isBracketed(int word) {
        int start = reading.words.start(word);
        int end = reading.words.end(word);
        int letters = reading.written(word, word + 1).replace(".", "").length();
        return reading.words.isShouted(word)
                && letters >= SHORTEST
                && letters <= LONGEST
                && reading.text.charAt(start - 1) == '('
                && end < reading.text.length()
                && reading.text.charAt(end) == ')'
                && reading.sentence(word) == reading.sentence(word - 1)
                && reading.gap(word - 1).strip().equals("(");
    }

    private void explain(int word, Map<String, EntityType> types) {
        String letters = reading.lower(word).replace(".", "");
        int from = longFormStart(word, letters);
        Mention before = reading.owner(word - 1);
        if (before != null
                && before.form() == Form.NAME
                && (from < 0 || before.span().start() <= reading.words.start(from))) {
            remember(letters, before.head(), before.type(), types);
        } else if (from >= 0 && reading.isFree(from, word)) {
            EntityType type = EntityType.ORGANIZATION;
            take(from, word, type);
            remember(letters, NameForm.of(reading.written(from, word)), type, types);
        }
    }

    private void remember(String letters, String longForm, EntityType type, Map<String, EntityType> types) {
        longForms.putIfAbsent(letters.toLowerCase(Locale.ROOT), longForm);
        types.putIfAbsent(letters, type);
    }

    /** The first word of a long form that ends before a bracket, or -1. */
    private int longFormStart(int word, String letters) {
        int left = letters.length();
        int start = -1;
        int silent = 0;
        for (int i = word - 1; i >= 0 && reading.sentence(i) == reading.sentence(word) && left > 0; i--) {
            boolean joined =
                    i == word - 1 || reading.gap(i).isBlank() || reading.gap(i).equals("-");
            if (!joined || silent > SILENT_WORDS) {
                return -1;
            }
            if (reading.lower(i).charAt(0) == letters.charAt(left - 1)) {
                left--;
                start = i;
            } else {
                silent++;
            }
        }
        return left == 0 && start >= 0 && reading.words.isCapitalised(start) ? start : -1;
    }
}
