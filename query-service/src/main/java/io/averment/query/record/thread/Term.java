package io.averment.query.record.thread;

/** A word of an act, as it is compared. */
public record Term(String stem, Sort sort) {

    /** What a word tells. */
    public enum Sort {
        /** It names something. */
        NAME(2),
        /** It counts something. */
        NUMBER(1),
        /** An ordinary word. */
        WORD(1),
        /** A word that many acts have. */
        COMMON(1.0 / 3);

        private final double weight;

        Sort(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }
    }
}
