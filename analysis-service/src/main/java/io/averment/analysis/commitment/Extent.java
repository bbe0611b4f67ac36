package io.averment.analysis.commitment;

/** How much of what was undertaken a deed is told of. */
enum Extent {
    /** All of it, as far as the words say. */
    WHOLE,
    /** Less: half of it, some, 12 of 40. */
    PART,
    /** Nothing, or none of it. */
    NOTHING
}
