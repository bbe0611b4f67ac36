package io.averment.analysis.syntax;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the tagger and the parser see of a sentence's words, as hashes computed once: the word, its lower-case form, its ends, its
 * shape. Immutable and thread-safe. Linear in the characters; of a very long word only the ends are looked at.
 */
public final class WordForms {

    /** Suffixes and prefixes are at most this long, in UTF-16 code units. */
    public static final int LONGEST_AFFIX = 5;

    private static final int MOST_CHARACTERS = 64;

    private final int[] words;
    private final int[] lowers;
    private final int[][] suffixes;
    private final int[][] prefixes;
    private final int[] shapes;

    private WordForms(int size) {
        words = new int[size];
        lowers = new int[size];
        suffixes = new int[size][];
        prefixes = new int[size][];
        shapes = new int[size];
    }

    public static WordForms of(String[] forms) {
        WordForms result = new WordForms(forms.length);
        boolean shouting = isShouting(forms);
        for (int i = 0; i < forms.length; i++) {
            result.add(i, normal(forms[i]), shouting);
        }
        return result;
    }

    public int size() {
        return words.length;
    }

    /** The word as it is written, digits made alike. */
    public int word(int index) {
        return words[index];
    }

    /** The word in lower case, digits made alike. */
    public int lower(int index) {
        return lowers[index];
    }

    /** The last {@code length} characters in lower case; the whole word when it is shorter. */
    public int suffix(int index, int length) {
        int[] found = suffixes[index];
        return found[Math.min(length, found.length) - 1];
    }

    /** The first {@code length} characters in lower case; the whole word when it is shorter. */
    public int prefix(int index, int length) {
        int[] found = prefixes[index];
        return found[Math.min(length, found.length) - 1];
    }

    /** The classes of characters in their order, runs shortened, with what stands out. */
    public int shape(int index) {
        return shapes[index];
    }

    /** Curly quotation marks and dashes are straight ones, and digits of numbers are alike: their difference says nothing here. */
    private static String normal(String form) {
        String cut = form.length() > MOST_CHARACTERS
                ? form.substring(0, MOST_CHARACTERS / 2) + form.substring(form.length() - MOST_CHARACTERS / 2)
                : form;
        StringBuilder normal = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            normal.append(
                    switch (c) {
                        case '’', '‘', '`' -> '\'';
                        case '“', '”' -> '"';
                        case '–', '—' -> '-';
                        case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> '0';
                        default -> c;
                    });
        }
        return normal.toString();
    }

    /** Whether hardly any word of a longer sentence is in lower case, so that capitals say nothing. */
    private static boolean isShouting(String[] forms) {
        int lower = 0;
        int upper = 0;
        for (String form : forms) {
            char first = form.charAt(0);
            if (Character.isLowerCase(first)) {
                lower++;
            } else if (Character.isUpperCase(first)) {
                upper++;
            }
        }
        return upper >= 3 && lower * 4 < upper;
    }

    private void add(int index, String form, boolean shouting) {
        String lower = form.toLowerCase(Locale.ROOT);
        words[index] = Hashes.of(form, 0, form.length());
        lowers[index] = Hashes.of(lower, 0, lower.length());
        int affixes = Math.min(LONGEST_AFFIX, lower.length());
        suffixes[index] = new int[affixes];
        prefixes[index] = new int[affixes];
        for (int length = 1; length <= affixes; length++) {
            suffixes[index][length - 1] = Hashes.of(lower, lower.length() - length, lower.length());
            prefixes[index][length - 1] = Hashes.of(lower, 0, length);
        }
        shapes[index] = Hashes.of(shape(form), shouting ? 1 : 0, index == 0 ? 1 : 0);
    }

    private static int shape(String form) {
        int shape = 1;
        int last = 0;
        int run = 0;
        for (int i = 0; i < form.length(); i++) {
            int kind = kind(form.charAt(i));
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) {
                shape = shape * 7 + kind;
            }
        }
        return shape;
    }

    private static int kind(char c) {
        if (Character.isUpperCase(c)) {
            return 1;
        }
        if (Character.isLetter(c)) {
            return 2;
        }
        if (Character.isDigit(c)) {
            return 3;
        }
        return c == '-' ? 4 : c == '.' ? 5 : 6;
    }

    @Override
    public String toString() {
        return "WordForms" + Arrays.toString(lowers);
    }
}
