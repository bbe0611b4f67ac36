package io.averment.analysis.commitment;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What single words do, from {@code knowledge/commitment-words.tsv}; the nouns for people and bodies of {@code
 * knowledge/coreference/nominals.tsv} are agents too, and given names are those of {@code knowledge/coreference/given-names.tsv}. Immutable and thread-safe.
 */
final class WordUses {

    private final KnowledgeFile file;
    private final Map<String, Set<WordUse>> uses = new HashMap<>();

    private final List<KnowledgeFile> files;

    private WordUses(KnowledgeFile file, KnowledgeFile nominals, KnowledgeFile givenNames) {
        this.file = file;
        this.files = List.of(file, nominals, givenNames);
        file.forEachRecord(2, this::add);
        nominals.forEachRecord(5, (fields, line) -> {
            switch (fields.get(1)) {
                case "PERSON", "ORGANIZATION", "GROUP" ->
                    uses(fields.getFirst()).add(WordUse.AGENT);
                default -> {}
            }
        });
        givenNames.forEachRecord(
                2,
                (fields, line) ->
                        uses(fields.getFirst().toLowerCase(Locale.ROOT)).add(WordUse.GIVEN_NAME));
    }

    private Set<WordUse> uses(String word) {
        return uses.computeIfAbsent(word, none -> EnumSet.noneOf(WordUse.class));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static WordUses load() {
        return of(
                KnowledgeFile.load("commitment-words.tsv"),
                KnowledgeFile.load("coreference/nominals.tsv"),
                KnowledgeFile.load("coreference/given-names.tsv"));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static WordUses of(KnowledgeFile file, KnowledgeFile nominals, KnowledgeFile givenNames) {
        return new WordUses(file, nominals, givenNames);
    }

    List<KnowledgeFile> files() {
        return files;
    }

    private void add(List<String> fields, int line) {
        WordUse use = file.constant(WordUse.class, fields.getFirst(), line);
        for (String word : fields.get(1).split(" ", -1)) {
            if (word.isEmpty()) {
                throw file.fault(line, "has two blanks in a row");
            }
            if (!uses(word).add(use)) {
                throw file.fault(line, "'" + word + "' is there twice as " + use);
            }
        }
    }

    boolean is(String word, WordUse use) {
        return uses.getOrDefault(word, Set.of()).contains(use);
    }
}
