package io.averment.analysis.conflict;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What words mean where facts are compared, from {@code knowledge/conflict-words.tsv}. Immutable and thread-safe. */
final class ConflictWords {

    /** What a word does. */
    enum Use {
        /** A verb or noun with which something begins. */
        BEGINNING,
        /** One with which it is over. */
        ENDING,
        /** A noun for the stretch that a plan covers: a timeline, a schedule. */
        COURSE,
        /** A noun that says nothing about what is spoken of: a phase, a part. */
        EMPTY,
        /** A unit of time, which says nothing of that either. */
        UNIT,
        /** A noun for one of the steps in which a sum is paid or done. */
        PART,
        /** A verb with which something is stopped, for a while or for good. */
        SUSPENDING,
        /** A verb with which what was stopped goes on. */
        RESUMING,
        /** A verb for lasting from one day to another. */
        RUNNING,
        /** A noun that makes a verb of beginning of the verb before it: take effect. */
        EFFECT,
        /** A verb with which somebody is given time. */
        GRANTING,
        /** A preposition before the day on which a stretch begins. */
        FROM,
        /** One before the day on which it ends. */
        UNTIL,
        /** One before its length. */
        FOR,
        /** A word for what is a part of another part. */
        NESTING,
        /** A verb for having a part of a whole. */
        SHARING,
        /** A word for hundredths. */
        PERCENT,
        /** A word that tells one thing from another of its kind, besides numbers: northern. */
        DISTINCT,
        /** An article of what the text brings in new. */
        INDEFINITE
    }

    private static final String ORDINAL_CLASS = "ORDINAL";
    private static final String ORDINAL_IN_DIGITS = "[0-9]{1,6}(st|nd|rd|th)";

    private final Map<String, Use> uses;
    private final Set<String> ordinals = new HashSet<>();

    /** @param timeWords the words of times, whose ordinals are those of anything else */
    ConflictWords(KnowledgeFile file, KnowledgeFile timeWords) {
        uses = file.classes(Use.class);
        timeWords.forEachRecord(4, (fields, line) -> {
            if (fields.get(1).equals(ORDINAL_CLASS)) {
                ordinals.add(fields.getFirst());
            }
        });
    }

    /** Whether a word, in lower case, tells which one of a series is meant: fifth, 21st. */
    boolean isOrdinal(String word) {
        return ordinals.contains(word) || word.matches(ORDINAL_IN_DIGITS);
    }

    boolean is(String lemma, Use use) {
        return uses.get(lemma) == use;
    }
}
