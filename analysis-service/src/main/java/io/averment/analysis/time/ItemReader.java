package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills {@link Items} from the tokens of a sentence. For one thread. */
final class ItemReader {

    private static final int THOUSANDTHS = 1000;
    private static final int MAX_NUMBER = 2_000_000;
    private static final int LONGEST_NUMBER = 14;

    /** What follows a number that a half is added to. */
    private static final List<Surrounding> AND_A_HALF =
            List.of(Surrounding.NUMBER_JOINS, Surrounding.NUMBER_ONE, Surrounding.HALF);

    /** The longest word that says which part of a stretch is meant. */
    private static final int LONGEST_STAGE = 6;

    private static final char HYPHEN = '-';

    private final String text;
    private final Vocabulary vocabulary;
    private final Surroundings surroundings;
    private final Items items;
    private SentenceTokens tokens = new SentenceTokens(new int[0], new int[0]);

    @Nullable
    private SentenceSyntax syntax;

    private int[] words = new int[64];

    // What the number phrase that was read last says.
    private int numberEnd;
    private int number;
    private boolean isYear;

    ItemReader(String text, Vocabulary vocabulary, Surroundings surroundings, Items items) {
        this.text = text;
        this.surroundings = surroundings;
        this.vocabulary = vocabulary;
        this.items = items;
    }

    /** @param syntax of the same sentence, or nothing where it is not known */
    void read(SentenceTokens sentence, @Nullable SentenceSyntax syntax) {
        this.tokens = sentence;
        this.syntax = syntax;
        items.clear();
        int size = sentence.size();
        if (words.length < size) {
            words = new int[2 * size];
        }
        for (int i = 0; i < size; i++) {
            words[i] = vocabulary.find(text, sentence.start(i), sentence.end(i));
        }
        for (int i = 0; i < size; ) {
            i = next(i);
        }
    }

    /** Adds what begins with a token, and gives the token behind it. */
    private int next(int i) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        if (readNumber(i)) {
            items.begin(start, tokens.end(numberEnd - 1), i);
            items.add(isYear ? Kind.YEAR : Kind.NUMBER, number);
            return numberEnd;
        }
        if (words[i] >= 0) {
            for (Vocabulary.Entry entry : vocabulary.entries(words[i])) {
                int length = entry.words().size() + 1;
                if (matches(entry.words(), i + 1)) {
                    items.begin(start, tokens.end(i + length - 1), i);
                    addWord(entry.senses(), i, length);
                    return i + length;
                }
            }
            items.begin(start, end, i);
            addLiteral(words[i]);
        } else if (!readStaged(i)) {
            items.begin(start, end, i);
            if (Digits.isCandidate(text, start, end)) {
                Digits.read(text, start, end, items);
            }
        }
        return i + 1;
    }

    /** Reads a token that says with its first part which part of the other it means: mid-November. */
    private boolean readStaged(int i) {
        int start = tokens.start(i);
        int hyphen = start + 1;
        while (hyphen < tokens.end(i) && hyphen - start <= LONGEST_STAGE && text.charAt(hyphen) != HYPHEN) {
            hyphen++;
        }
        if (hyphen + 1 >= tokens.end(i) || text.charAt(hyphen) != HYPHEN) {
            return false;
        }
        int stage = valueAs(vocabulary.find(text, start, hyphen), Kind.STAGE);
        if (stage < 0) {
            return false;
        }
        items.begin(start, hyphen, i);
        items.add(Kind.STAGE, stage);
        addPart(hyphen + 1, tokens.end(i), i);
        return true;
    }

    private void addPart(int start, int end, int token) {
        items.begin(start, end, token);
        int word = vocabulary.find(text, start, end);
        if (word >= 0) {
            vocabulary.entries(word).stream()
                    .filter(entry -> entry.words().isEmpty())
                    .forEach(entry -> entry.senses().forEach(sense -> items.add(sense.kind(), sense.value())));
        } else if (Digits.isCandidate(text, start, end)) {
            Digits.read(text, start, end, items);
        }
    }

    private boolean matches(List<String> rest, int from) {
        if (from + rest.size() > tokens.size()) {
            return false;
        }
        for (int k = 0; k < rest.size(); k++) {
            String word = rest.get(k);
            int token = from + k;
            if (tokens.end(token) - tokens.start(token) != word.length()
                    || !text.regionMatches(true, tokens.start(token), word, 0, word.length())) {
                return false;
            }
        }
        return true;
    }

    private void addWord(List<Vocabulary.Sense> senses, int token, int length) {
        if (length == 1) {
            addLiteral(words[token]);
        }
        for (Vocabulary.Sense sense : senses) {
            if (isWritten(sense.form(), token)) {
                items.add(sense.kind(), sense.value());
            }
        }
        if (Digits.isCandidate(text, tokens.start(token), tokens.end(token)) && length == 1) {
            Digits.read(text, tokens.start(token), tokens.end(token), items);
        }
    }

    private void addLiteral(int word) {
        int literal = vocabulary.literal(word);
        if (literal >= 0) {
            items.addSymbol(literal, 0);
            if (vocabulary.isTrigger(word)) {
                items.trigger();
            }
        }
    }

    private boolean isWritten(Vocabulary.Form form, int token) {
        return switch (form) {
            case ANY -> true;
            case CAPITAL -> Character.isUpperCase(text.charAt(tokens.start(token))) && !isVerb(token);
            case ADVERB -> syntax == null || syntax.xpos(token).startsWith("RB");
        };
    }

    private boolean isVerb(int token) {
        return syntax != null
                && (syntax.xpos(token).startsWith("VB") || syntax.xpos(token).equals("MD"));
    }

    /** Reads a number of more than a lone digit token, in words or with words. */
    private boolean readNumber(int from) {
        int first = cardinal(from);
        int second = from + 1 < tokens.size() ? cardinal(from + 1) : -1;
        boolean led = first < 0 && second >= 100 && (is(from, Surrounding.NUMBER_ONE) || digits(from) >= 0);
        if (first < 0 && !led) {
            return readFraction(from);
        }
        if (first >= 17 && first <= 20 && second >= 10 && second < 100) {
            return readYear(from, first, second);
        }
        long total = 0;
        long current = led ? Math.max(1, digits(from)) : 0;
        int i = led ? from + 1 : from;
        int last = i;
        while (i < tokens.size() && i - from < LONGEST_NUMBER) {
            int value = cardinal(i);
            if (value < 0) {
                boolean joined = i > from
                        && (isHyphen(i) || (is(i, Surrounding.NUMBER_JOINS) && (current % 100 == 0 || current == 0)));
                if (!joined || i + 1 == tokens.size() || cardinal(i + 1) < 0 || cardinal(i + 1) >= 100) {
                    break;
                }
                i++;
                continue;
            }
            if (value >= 1000) {
                total += Math.max(1, current) * value;
                current = 0;
            } else if (value == 100) {
                current = Math.max(1, current) * 100;
            } else if (current % 100 == 0 || (value < 10 && current % 10 == 0 && current % 100 >= 20)) {
                current += value;
            } else {
                break;
            }
            i++;
            last = i;
        }
        return finish(last, total + current);
    }

    private boolean finish(int end, long value) {
        numberEnd = end;
        isYear = false;
        if (value > MAX_NUMBER) {
            return false;
        }
        number = (int) value * THOUSANDTHS;
        addHalf();
        return true;
    }

    /** "and a half", with or without hyphens, behind the number. */
    private void addHalf() {
        int i = numberEnd;
        for (Surrounding word : AND_A_HALF) {
            i += i < tokens.size() && isHyphen(i) ? 1 : 0;
            if (i >= tokens.size() || !is(i, word)) {
                return;
            }
            i++;
        }
        number += THOUSANDTHS / 2;
        numberEnd = i;
    }

    /** Digits with a half: 2 1/2, 3 and a half. */
    private boolean readFraction(int from) {
        int whole = digits(from);
        if (whole < 0 || whole > MAX_NUMBER || from + 1 >= tokens.size()) {
            return false;
        }
        isYear = false;
        number = whole * THOUSANDTHS;
        numberEnd = from + 1;
        if (is(from + 1, Surrounding.HALF_SIGN)) {
            number += THOUSANDTHS / 2;
            numberEnd = from + 2;
            return true;
        }
        addHalf();
        return numberEnd > from + 1;
    }

    /** A year as it is spoken: nineteen ninety-seven. */
    private boolean readYear(int from, int century, int tens) {
        int i = from + 2;
        int year = century * 100 + tens;
        if (i < tokens.size() && tens % 10 == 0 && tens >= 20) {
            int at = isHyphen(i) ? i + 1 : i;
            int ones = at < tokens.size() ? cardinal(at) : -1;
            if (ones > 0 && ones < 10) {
                year += ones;
                i = at + 1;
            }
        }
        isYear = true;
        number = year;
        numberEnd = i;
        return true;
    }

    private int cardinal(int token) {
        return valueAs(words[token], Kind.CARDINAL);
    }

    /** The value of a single word as one of a class, or -1. */
    private int valueAs(int word, Kind kind) {
        if (word < 0) {
            return -1;
        }
        for (Vocabulary.Entry entry : vocabulary.entries(word)) {
            if (entry.words().isEmpty()) {
                for (Vocabulary.Sense sense : entry.senses()) {
                    if (sense.kind() == kind) {
                        return sense.value();
                    }
                }
            }
        }
        return -1;
    }

    /** The value of a token of nothing but digits, else -1. */
    private int digits(int token) {
        int value = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > MAX_NUMBER) {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }

    private boolean isHyphen(int token) {
        int start = tokens.start(token);
        return tokens.end(token) - start == 1 && text.charAt(start) == HYPHEN;
    }

    private boolean is(int token, Surrounding what) {
        return surroundings.has(tokens.of(text, token), what);
    }
}
