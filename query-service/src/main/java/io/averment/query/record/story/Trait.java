package io.averment.query.record.story;

/**
 * Something by which a report is recognised as being of the same development as another one. What it weighs depends on its sort alone, never
 * on how often the record has it: the record grows, and what two reports share must not change with it.
 *
 * @param value folded; never empty
 */
public record Trait(Sort sort, String value) implements Comparable<Trait> {
    /** What the names of things begin with that a knowledge base has; its id there follows. */
    static final String KNOWN = "wikidata ";

    /** What it is. The order is that in which reasons are told. */
    public enum Sort {
        /** The same words by the same speaker. */
        UTTERANCE('u', 5),
        /** A deed with a word of what it is done to, undertaken by the same actor. */
        UNDERTAKING('c', 2),
        /** The whole name of a person, or the id of one that a knowledge base has. */
        PERSON('p', 3),
        /** The name of an organisation, a facility, a group, or of another single thing. */
        BODY('b', 3),
        /** The name of a place. */
        PLACE('l', 1),
        /** A word that few reports have. */
        WORD('w', 1);

        private final char code;
        private final int weight;

        Sort(char code, int weight) {
            this.code = code;
            this.weight = weight;
        }

        boolean isName() {
            return this == PERSON || this == BODY || this == PLACE;
        }
    }

    /** How much it says that two reports share it. What a knowledge base has is named in reports of many things. */
    int weight() {
        return sort != Sort.PLACE && isCommon() ? sort.weight - 1 : sort.weight;
    }

    /** Whether reports of many things name it: a place, or what a knowledge base has. */
    boolean isCommon() {
        return sort == Sort.PLACE || (sort.isName() && value.startsWith(KNOWN));
    }

    /** Its short form, from which {@link #parse} makes it again. */
    public String text() {
        return sort.code + ":" + value;
    }

    /** @throws IllegalArgumentException when the text is no short form */
    public static Trait parse(String text) {
        for (Sort sort : Sort.values()) {
            if (text.length() > 2 && text.charAt(0) == sort.code && text.charAt(1) == ':') {
                return new Trait(sort, text.substring(2));
            }
        }
        throw new IllegalArgumentException("not the short form of a trait");
    }

    @Override
    public int compareTo(Trait other) {
        int bySort = sort.compareTo(other.sort);
        return bySort != 0 ? bySort : value.compareTo(other.value);
    }
}
