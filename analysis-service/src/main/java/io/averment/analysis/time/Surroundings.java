package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The context file. Immutable after loading. */
final class Surroundings {

    final KnowledgeFile file;
    private final Map<String, Set<Surrounding>> words = new HashMap<>();

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file breaks its format */
    Surroundings(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            Surrounding what = file.constant(Surrounding.class, fields.get(1), line);
            if (!words.computeIfAbsent(fields.getFirst(), key -> EnumSet.noneOf(Surrounding.class))
                    .add(what)) {
                throw file.fault(line, "'" + fields.getFirst() + "' is there twice as " + what);
            }
        });
    }

    /** Whether a word, in any case, does that. */
    boolean has(String word, Surrounding what) {
        Set<Surrounding> found = words.get(word.toLowerCase(Locale.ROOT));
        return found != null && found.contains(what);
    }
}
