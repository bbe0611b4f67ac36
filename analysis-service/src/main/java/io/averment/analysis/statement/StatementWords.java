package io.averment.analysis.statement;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Function words of reported speech, from {@code knowledge/statement-words.tsv}. Immutable and thread-safe. */
public final class StatementWords {

    /** What the file's first lines say. */
    enum Kind {
        ANNOUNCED,
        BLAMING,
        CALENDAR,
        CARRYING,
        CITING,
        CONTINUING,
        FIRST_OR_SECOND_PERSON,
        ISSUING,
        NEGATION,
        NOBODY,
        NOT_DATING,
        OF_OBJECT,
        PASSING_ON,
        QUOTING,
        RAISING,
        SPEAKING,
        TOPICAL
    }

    private final KnowledgeFile file;
    private final Map<String, Set<Kind>> classes = new HashMap<>();

    private StatementWords(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            for (String kind : fields.get(1).split(" ", -1)) {
                kinds.add(file.constant(Kind.class, kind, line));
            }
            if (classes.put(fields.getFirst(), kinds) != null) {
                throw file.fault(line, fields.getFirst() + " is there twice");
            }
        });
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    public static StatementWords load() {
        return new StatementWords(KnowledgeFile.load("statement-words.tsv"));
    }

    public List<KnowledgeFile> files() {
        return List.of(file);
    }

    /** Whether a word in lower case is of a class. */
    boolean is(String word, Kind kind) {
        return classes.getOrDefault(word, Set.of()).contains(kind);
    }
}
