package io.averment.analysis.training;

import io.averment.analysis.document.Span;

/**
 * A stretch of text that annotators took for a mention of something.
 *
 * @param span all of it
 * @param head the words that it cannot do without
 * @param entity what it stands for; unique in its document
 * @param form how it is mentioned
 */
record GoldMention(Span span, Span head, String entity, Form form) {

    /** How something is mentioned. */
    enum Form {
        NAME,
        PRONOUN,
        /** A noun with "the", "this" or "that". */
        DEFINITE,
        OTHER
    }

    /**
     * Whether a stretch of text is this mention: it ends no sooner than the head, and has nothing that does not belong to it. Titles
     * before a name, which annotators take for a part of it, may be missing.
     */
    boolean isFoundAs(Span found) {
        return span.contains(found) && found.end() >= head.end() && found.start() < head.end();
    }
}
