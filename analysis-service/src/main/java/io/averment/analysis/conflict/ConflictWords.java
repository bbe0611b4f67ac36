package io.averment.analysis.conflict;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.Map;

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
        /** A verb for having a part of a whole. */
        SHARING,
        /** A word for hundredths. */
        PERCENT,
        /** A word that tells one thing from another of its kind: second, northern. */
        DISTINCT,
        /** An article of what the text brings in new. */
        INDEFINITE
    }

    private final Map<String, Use> uses;

    ConflictWords(KnowledgeFile file) {
        uses = file.classes(Use.class);
    }

    boolean is(String lemma, Use use) {
        return uses.get(lemma) == use;
    }
}
