package io.averment.analysis.statement;

/**
 * Where a quotation stands among the tokens.
 *
 * @param beforeStart first token of its sentence, or the first behind the previous quotation there
 * @param before the token with which the quotation begins
 * @param after first token behind it
 * @param behindEnd end of its sentence, or the token with which the next quotation begins
 * @param invitesAttribution whether it ends as one does before "he said": with a comma, a question, a dash, or one behind it
 */
record Surroundings(int beforeStart, int before, int after, int behindEnd, boolean invitesAttribution) {

    /** Whether there is nothing else in the sentence. */
    boolean isAlone() {
        return beforeStart >= before && after >= behindEnd;
    }

    Surroundings extendedTo(int end) {
        return new Surroundings(beforeStart, before, after, Math.max(end, behindEnd), invitesAttribution);
    }
}
