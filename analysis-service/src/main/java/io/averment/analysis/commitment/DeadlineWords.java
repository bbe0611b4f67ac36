package io.averment.analysis.commitment;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that stand between an act and its time, from {@code knowledge/commitment-deadlines.tsv}. Immutable and thread-safe. */
final class DeadlineWords {

    /** Words before a time that say how an act lies to it; {@code relation} is null for those that make it no deadline. */
    record Phrase(List<String> words, @Nullable Relation relation) {

        Phrase {
            words = List.copyOf(words);
        }
    }

    private static final String NO_DEADLINE = "-";

    private final KnowledgeFile file;

    /** By their last word, the longest first. */
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    private DeadlineWords(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, this::add);
        phrases.values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                        (Phrase phrase) -> phrase.words().size()).reversed()));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static DeadlineWords load() {
        return of(KnowledgeFile.load("commitment-deadlines.tsv"));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static DeadlineWords of(KnowledgeFile file) {
        return new DeadlineWords(file);
    }

    List<KnowledgeFile> files() {
        return List.of(file);
    }

    private void add(List<String> fields, int line) {
        List<String> words = List.of(fields.getFirst().split(" ", -1));
        Relation relation =
                fields.get(1).equals(NO_DEADLINE) ? null : file.constant(Relation.class, fields.get(1), line);
        List<Phrase> sharing = phrases.computeIfAbsent(words.getLast(), none -> new ArrayList<>());
        if (sharing.stream().anyMatch(phrase -> phrase.words().equals(words))) {
            throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
        }
        sharing.add(new Phrase(words, relation));
    }

    /** The phrases whose last word is given, the longest first. */
    List<Phrase> endingWith(String word) {
        return phrases.getOrDefault(word, List.of());
    }
}
