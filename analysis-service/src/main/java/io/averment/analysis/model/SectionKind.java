package io.averment.analysis.model;

/** What a section of a model file is an array of. */
enum SectionKind {
    BYTES(0),
    SHORTS(1),
    INTS(2),
    FLOATS(3),
    STRINGS(4);

    private final int code;

    SectionKind(int code) {
        this.code = code;
    }

    /** The byte that stands for it in the file. */
    int code() {
        return code;
    }

    /**
     * The kind that a byte of a file stands for.
     *
     * @throws ModelException if it stands for none
     */
    static SectionKind of(int code) {
        for (SectionKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new ModelException("A section is of the unknown kind " + code);
    }
}
