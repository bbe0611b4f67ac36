package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Reads how many of something a noun's phrase counts, by {@code knowledge/conflict-numbers.tsv}. Immutable and thread-safe. */
final class Quantities {

    /** Longer numbers are none that a report counts with. */
    private static final int MOST_DIGITS = 13;

    /** The least that a number before it is multiplied by: three hundred. */
    private static final BigDecimal LEAST_UNIT = BigDecimal.valueOf(100);

    private static final String NUMBER = "[0-9]{1,13}|[0-9]{1,3}(,[0-9]{3}){1,4}|[0-9]{1,6}\\.[0-9]{1,3}";

    private final KnowledgeFile file;
    private final Map<String, BigDecimal> values = new HashMap<>();

    private Quantities(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            String value = fields.get(1);
            if (value.length() > MOST_DIGITS || !value.matches("[1-9][0-9]*")) {
                throw file.fault(line, "'" + value + "' is no number above 0");
            }
            if (values.put(fields.getFirst(), new BigDecimal(value)) != null) {
                throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
            }
        });
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Quantities load() {
        return of(KnowledgeFile.load("conflict-numbers.tsv"));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static Quantities of(KnowledgeFile file) {
        return new Quantities(file);
    }

    KnowledgeFile file() {
        return file;
    }

    /**
     * The number before a noun, exactly; 0 when there is none, or only "about" so many.
     *
     * @param timed the positions of the text that its times cover, whose numbers count nothing else
     */
    BigDecimal of(ParsedSentence sentence, int noun, BitSet timed) {
        if (timed.get(sentence.start(noun))) {
            return BigDecimal.ZERO;
        }
        int number = sentence.dependent(noun, "nummod");
        if (number == NONE) {
            return before(sentence, noun, timed);
        }
        if (sentence.dependent(number, "advmod") != NONE) {
            return BigDecimal.ZERO;
        }
        int multiplied = sentence.dependent(number, "compound");
        if (multiplied == NONE) {
            return value(sentence, number, timed);
        }
        boolean alone = multiplied + 1 == number && sentence.dependent(multiplied, "compound", "advmod") == NONE;
        return alone ? multiplied(value(sentence, multiplied, timed), value(sentence, number, timed)) : BigDecimal.ZERO;
    }

    /** The number that a token ends, where no noun is named that it counts: 300 by 2027, 25 million on roads; 0 when it is none. */
    BigDecimal alone(ParsedSentence sentence, int token, BitSet timed) {
        BigDecimal last = value(sentence, token, timed);
        boolean free = token + 1 == sentence.size() || !isCounted(sentence.upos(token + 1), sentence.form(token + 1));
        if (last.signum() == 0 || !free || token == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal first = value(sentence, token - 1, timed);
        int before = first.signum() > 0 ? token - 2 : token - 1;
        if (before < 0 || isLed(sentence.upos(before))) {
            return BigDecimal.ZERO;
        }
        return first.signum() > 0 ? multiplied(first, last) : last;
    }

    /** Whether a word makes the number behind it about so many, or another: nearly 300, up from 250. */
    private static boolean isLed(String upos) {
        return upos.equals("ADP") || upos.equals("ADV") || upos.equals("PART");
    }

    private static boolean isCounted(String upos, String form) {
        return switch (upos) {
            case "NOUN", "PROPN", "ADJ", "NUM", "SYM" -> true;
            default -> form.equals("-");
        };
    }

    /** The same by the words before it, where the tree hangs them on something else. */
    private BigDecimal before(ParsedSentence sentence, int noun, BitSet timed) {
        if (noun == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal last = value(sentence, noun - 1, timed);
        BigDecimal first = noun > 1 ? value(sentence, noun - 2, timed) : BigDecimal.ZERO;
        int from = first.signum() > 0 ? noun - 2 : noun - 1;
        boolean about = from > 0 && sentence.upos(from - 1).equals("ADV");
        return about ? BigDecimal.ZERO : first.signum() > 0 ? multiplied(first, last) : last;
    }

    /** Thirty million are so many millions; of "24 12" or "twenty five" nothing is sure. */
    private static BigDecimal multiplied(BigDecimal number, BigDecimal unit) {
        return unit.compareTo(LEAST_UNIT) >= 0 ? number.multiply(unit) : BigDecimal.ZERO;
    }

    /** What a word is as a number; 0 when it is none. */
    private BigDecimal value(ParsedSentence sentence, int token, BitSet timed) {
        if (timed.get(sentence.start(token))) {
            return BigDecimal.ZERO;
        }
        String form = sentence.form(token);
        if (form.matches(NUMBER)) {
            return new BigDecimal(form.replace(",", ""));
        }
        return values.getOrDefault(sentence.lower(token), BigDecimal.ZERO);
    }
}
