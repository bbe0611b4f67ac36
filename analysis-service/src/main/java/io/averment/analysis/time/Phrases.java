package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Phrases with a value of their own, as {@code recently}. Immutable after loading. */
final class Phrases {

    /**
     * One of them.
     *
     * @param words in lower case
     */
    record Phrase(List<String> words, TimeExpression.Type type, String value) {}

    final KnowledgeFile file;
    private final List<Phrase> phrases = new ArrayList<>();

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file breaks its format */
    Phrases(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(3, (fields, line) -> {
            String words = fields.getFirst();
            if (!words.equals(words.toLowerCase(Locale.ROOT)) || words.contains("  ")) {
                throw file.fault(line, "'" + words + "' is not written in lower case with single blanks");
            }
            Phrase phrase = new Phrase(
                    List.of(words.split(" ", -1)),
                    file.constant(TimeExpression.Type.class, fields.get(1), line),
                    fields.get(2));
            if (phrases.stream().anyMatch(other -> other.words().equals(phrase.words()))) {
                throw file.fault(line, "'" + words + "' is there twice");
            }
            phrases.add(phrase);
        });
    }

    /** The words that phrases end with: where none of them stands, no phrase does. */
    Set<String> lastWords() {
        return phrases.stream().map(phrase -> phrase.words().getLast()).collect(Collectors.toUnmodifiableSet());
    }

    List<Phrase> all() {
        return phrases;
    }
}
