package io.averment.stack.upgrade;

/** Of the two versions that services are moved between. */
enum Version {
    /** That which is upgraded from. */
    OLD,
    /** That of this checkout. */
    NEW;

    /** For people. */
    String label() {
        return switch (this) {
            case OLD -> "old";
            case NEW -> "new";
        };
    }
}
