package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.HashMap;
import java.util.Map;

/** Reads how many a noun's phrase counts, by {@code knowledge/conflict-numbers.tsv}. Immutable and thread-safe. */
final class Counts {

    /** Longer numbers are none that a report counts with. */
    private static final String DIGITS = "[0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,4}|[0-9]{1,6}\\.[0-9]{1,3}";

    private static final int FEWEST_THAT_MULTIPLY = 100;

    private final KnowledgeFile file;
    private final Map<String, Long> values = new HashMap<>();

    private Counts(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            if (!fields.get(1).matches("[1-9][0-9]{0,12}")) {
                throw file.fault(line, "'" + fields.get(1) + "' is no number above 0");
            }
            values.put(fields.getFirst(), Long.valueOf(fields.get(1)));
        });
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Counts load() {
        return new Counts(KnowledgeFile.load("conflict-numbers.tsv"));
    }

    KnowledgeFile file() {
        return file;
    }

    /** The number that counts a noun, or that stands for what is counted; 0 when there is none. Linear in the numerals. */
    double of(ParsedSentence sentence, int noun) {
        int last = value(sentence, noun) > 0 ? noun : sentence.dependent(noun, "nummod");
        if (last == NONE) {
            return 0;
        }
        double count = value(sentence, last);
        for (int i = last - 1; i >= 0 && count >= FEWEST_THAT_MULTIPLY && value(sentence, i) > 0; i--) {
            count *= value(sentence, i);
        }
        return count;
    }

    /** What a word is as a number; 0 when it is none. */
    private double value(ParsedSentence sentence, int token) {
        String form = sentence.form(token);
        if (form.matches(DIGITS)) {
            return Double.parseDouble(form.replace(",", ""));
        }
        return values.getOrDefault(sentence.lower(token), 0L);
    }
}
