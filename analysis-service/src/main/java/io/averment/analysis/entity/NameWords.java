package io.averment.analysis.entity;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the words that names are made of, written the same however the name is spelt: lower case, without accents, apostrophes
 * and the periods of an abbreviation; hyphens part words, and the "'s" of a possessive is outside. Immutable; made in one pass.
 */
public final class NameWords {

    private static final String APOSTROPHES = "'’‘ʼʿʾ`´";

    /** About as many, with what stands between; more room is made where words are shorter. */
    private static final int CHARACTERS_A_WORD = 6;

    private final String text;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] numbers;
    private boolean[] capitals;
    private boolean[] shouted;

    private char[] word = new char[32];
    private int length;

    private NameWords(String text) {
        this.text = text;
        int room = text.length() / CHARACTERS_A_WORD + 2;
        starts = new int[room];
        ends = new int[room];
        numbers = new int[room];
        capitals = new boolean[room];
        shouted = new boolean[room];
    }

    /** Of a text that is searched: a word that no name has is no number. */
    static NameWords of(String text, WordTable table) {
        return scan(text, table, false);
    }

    /** Of a name that is to be found: its words are added to the table. */
    static NameWords adding(String name, WordTable table) {
        return scan(name, table, true);
    }

    private static NameWords scan(String text, WordTable table, boolean add) {
        NameWords words = new NameWords(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isPart(c)) {
                i = words.read(i);
                words.take(table, add);
            } else if (c == '&') {
                words.single(i++, "and");
                words.take(table, add);
            } else {
                i++;
            }
        }
        return words;
    }

    private void single(int start, String content) {
        length = 0;
        for (int i = 0; i < content.length(); i++) {
            put(content.charAt(i));
        }
        open(start, start + 1);
    }

    /** Reads the word at a position; the answer is where to go on. */
    private int read(int start) {
        length = 0;
        int i = start;
        int end = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isPart(c)) {
                fold(c);
                end = ++i;
            } else if (APOSTROPHES.indexOf(c) >= 0 && isInner(i)) {
                i++;
            } else if (c == '.' && isInitial(start, i)) {
                end = ++i;
            } else {
                break;
            }
        }
        open(start, end);
        return isPossessiveEnding(i) ? i + 2 : i;
    }

    private boolean isPossessiveEnding(int at) {
        return at + 1 < text.length()
                && APOSTROPHES.indexOf(text.charAt(at)) >= 0
                && Character.toLowerCase(text.charAt(at + 1)) == 's'
                && (at + 2 == text.length() || !isPart(text.charAt(at + 2)));
    }

    /** Whether an apostrophe is part of a name and not the start of a possessive's ending. */
    private boolean isInner(int at) {
        if (at + 1 >= text.length() || !isPart(text.charAt(at + 1))) {
            return false;
        }
        char next = Character.toLowerCase(text.charAt(at + 1));
        return next != 's' || (at + 2 < text.length() && isPart(text.charAt(at + 2)));
    }

    /** Whether a period stands after a single letter of an abbreviation such as "U.S.", not after a lone initial. */
    private boolean isInitial(int start, int period) {
        boolean single = period - start == 1 || text.charAt(period - 2) == '.';
        boolean next = period + 1 < text.length()
                && Character.isLetter(text.charAt(period + 1))
                && (period + 2 == text.length() || !isPart(text.charAt(period + 2)));
        return single && Character.isLetter(text.charAt(period - 1)) && (next || period - start > 1);
    }

    private void fold(char c) {
        if (c < 0x80) {
            put(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        } else if (!isMark(c)) {
            char lower = Character.toLowerCase(c);
            String parts = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
            put(Character.toLowerCase(parts.charAt(0)));
        }
    }

    private void put(char c) {
        if (length == word.length) {
            word = Arrays.copyOf(word, length * 2);
        }
        word[length++] = c;
    }

    private void open(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            capitals = Arrays.copyOf(capitals, size * 2);
            shouted = Arrays.copyOf(shouted, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        capitals[size] = !Character.isLowerCase(text.codePointAt(start));
        shouted[size] = isShouted(start, end);
    }

    private boolean isShouted(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void take(WordTable table, boolean add) {
        if (length > 0) {
            numbers[size++] = add ? table.add(word, length) : table.find(word, length);
        }
    }

    private static boolean isPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    public int size() {
        return size;
    }

    /** The first UTF-16 code unit of a word. */
    public int start(int word) {
        return starts[word];
    }

    /** One past its last. */
    public int end(int word) {
        return ends[word];
    }

    /** Its number in the table, or {@link WordTable#NONE}. */
    int number(int word) {
        return numbers[word];
    }

    /** Whether it does not begin with a small letter. */
    public boolean isCapitalised(int word) {
        return capitals[word];
    }

    /** Whether it has no small letter. */
    public boolean isShouted(int word) {
        return shouted[word];
    }

    /** Whether nothing but a hyphen, periods, a dash within a name or one line's blanks stands between a word and the next. */
    boolean isJoined(int word) {
        int breaks = 0;
        for (int i = ends[word]; i < starts[word + 1]; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
            } else if (c != ' ' && c != '-' && c != '‑' && c != '–' && c != '.' && c != '\r' && c != '\u00A0') {
                return false;
            }
        }
        return breaks <= 1 && starts[word + 1] - ends[word] <= 3;
    }

    /** The first word that starts at or after a position, by binary search. */
    public int firstAt(int position) {
        int found = Arrays.binarySearch(starts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }

    public String text() {
        return text;
    }
}
