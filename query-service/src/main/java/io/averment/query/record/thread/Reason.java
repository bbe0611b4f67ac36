package io.averment.query.record.thread;

import org.jspecify.annotations.Nullable;

/**
 * Why two facts belong together.
 *
 * @param words what agrees, or how; null where the code says it all
 */
public record Reason(Code code, @Nullable String words) {

    /** What agrees. */
    public enum Code {
        /** Both are of the same thing, or of the same whole name. */
        SAME_VOICE,
        /** Both are of names that end in the same word, one of which holds the other. */
        LIKELY_SAME_VOICE,
        /** The quoted words are the same. */
        VERBATIM,
        /** The quoted words of one are a stretch of the other's. */
        TRIMMED,
        /** The quoted words are the same but for a few. */
        ALTERED,
        /** What is to be done is the same deed. */
        SAME_ACT,
        /** The words of what it is done to. */
        SHARED_WORDS,
        /** The deadlines have days in common. */
        SAME_DEADLINE,
        /** The deadlines differ; a report moved it. */
        OTHER_DEADLINE
    }
}
