package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.HashMap;
import java.util.Map;

/** Reads what share of a whole words tell, by {@code knowledge/commitment-shares.tsv}. Immutable and thread-safe. */
final class Shares {

    private final KnowledgeFile file;
    private final Counts counts;
    private final Map<String, Integer> parts = new HashMap<>();

    private Shares(KnowledgeFile file, Counts counts) {
        this.file = file;
        this.counts = counts;
        file.forEachRecord(2, (fields, line) -> {
            if (!fields.get(1).matches("[1-9][0-9]{0,3}")) {
                throw file.fault(line, "'" + fields.get(1) + "' is no number of parts");
            }
            if (parts.put(fields.getFirst(), Integer.valueOf(fields.get(1))) != null) {
                throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
            }
        });
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static Shares load(Counts counts) {
        return of(KnowledgeFile.load("commitment-shares.tsv"), counts);
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static Shares of(KnowledgeFile file, Counts counts) {
        return new Shares(file, counts);
    }

    KnowledgeFile file() {
        return file;
    }

    /** The share that a token is the unit of, 1 for a whole; 0 when it is none. {@code the third school} tells none. */
    double of(ParsedSentence sentence, int token) {
        int whole = parts.getOrDefault(sentence.lower(token), 0);
        boolean ordinal = sentence.is(token, "amod") && sentence.head(token) > token;
        if (whole == 0 || ordinal) {
            return 0;
        }
        int numeral = sentence.dependent(token, "nummod");
        double count = numeral == NONE ? 0 : counts.of(sentence, numeral);
        return Math.max(count, 1) / whole;
    }
}
