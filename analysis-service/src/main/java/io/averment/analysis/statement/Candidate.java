package io.averment.analysis.statement;

/**
 * Tokens that may be what a cue reports.
 *
 * @param preposition of {@link Slot#PREPOSITION}; empty otherwise
 * @param from first token of the first stretch
 * @param to one past its last
 * @param secondFrom first token of the second stretch; equal to {@code secondTo} when there is only one
 */
record Candidate(Slot slot, String preposition, int from, int to, int secondFrom, int secondTo) {

    static Candidate of(Slot slot, int from, int to) {
        return new Candidate(slot, "", from, to, to, to);
    }
}
