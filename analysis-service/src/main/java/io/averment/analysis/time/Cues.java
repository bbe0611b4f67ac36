package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cue file: the word of each {@link Cue}. Immutable after loading. */
final class Cues {

    final KnowledgeFile file;
    private final Map<Cue, String> words = new EnumMap<>(Cue.class);

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file breaks its format, or a cue has no word */
    Cues(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            Cue cue = file.constant(Cue.class, fields.get(1), line);
            if (words.put(cue, fields.getFirst()) != null) {
                throw file.fault(line, cue + " has two words");
            }
        });
        Arrays.stream(Cue.values()).filter(cue -> !words.containsKey(cue)).forEach(cue -> {
            throw file.fault(0, cue + " has no word");
        });
    }

    String word(Cue cue) {
        String word = words.get(cue);
        if (word == null) {
            throw new IllegalStateException(cue + " has no word");
        }
        return word;
    }

    /**
     * The cues by the symbols of their words.
     *
     * @param literals the words that patterns name, with their symbols
     */
    @Nullable
    Cue[] bySymbol(Map<String, Integer> literals) {
        @Nullable Cue[] cues = new Cue[Kind.NUMBERS.size() + literals.size()];
        words.forEach((cue, word) -> {
            Integer literal = literals.get(word);
            if (literal != null) {
                cues[literal] = cue;
            }
        });
        return cues;
    }
}
