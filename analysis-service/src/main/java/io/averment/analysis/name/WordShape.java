package io.averment.analysis.name;

/** What the characters of a word look like. */
final class WordShape {

    /** No letter or digit. */
    static final int OTHER = 0;

    /** Its first letter is small. */
    static final int SMALL = 1;

    /** Its first letter is a capital, and some later one is small. */
    static final int CAPITALISED = 2;

    /** One capital letter, with or without a period. */
    static final int INITIAL = 3;

    /** Several capitals, none small. */
    static final int CAPITALS = 4;

    /** Begins with a digit. */
    static final int NUMBER = 5;

    /** An address of a page or a mailbox. */
    static final int ADDRESS = 6;

    private static final int LONGEST = 12;

    private WordShape() {}

    /** One of the constants above. */
    static int kind(String word) {
        int capitals = 0;
        int small = 0;
        boolean first = true;
        boolean firstIsCapital = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) && first) {
                return NUMBER;
            }
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
                firstIsCapital = first ? capital : firstIsCapital;
                first = false;
                capitals += capital ? 1 : 0;
                small += capital ? 0 : 1;
            }
        }
        if (first) {
            return OTHER;
        }
        if (word.indexOf('@') > 0 || word.contains("://") || word.startsWith("www.")) {
            return ADDRESS;
        }
        if (!firstIsCapital) {
            return SMALL;
        }
        return small > 0 ? CAPITALISED : capitals > 1 ? CAPITALS : INITIAL;
    }

    /** Hash of the sequence of character classes with runs of one class made one: {@code Al-Asad} looks like {@code McDonald-Jones}. */
    static int outline(String word) {
        int hash = 17;
        int last = -1;
        int steps = 0;
        for (int i = 0; i < word.length() && steps < LONGEST; i++) {
            int type = characterClass(word.charAt(i));
            if (type != last) {
                hash = Hash.of(hash, type);
                last = type;
                steps++;
            }
        }
        return hash;
    }

    private static int characterClass(char c) {
        if (Character.isLowerCase(c)) {
            return 1;
        }
        if (Character.isUpperCase(c)) {
            return 2;
        }
        if (Character.isDigit(c)) {
            return 3;
        }
        return Character.isLetter(c) ? 4 : 100 + c;
    }
}
