package io.averment.query.record;

import org.jspecify.annotations.Nullable;

/** What applying a message did to the record. */
public enum Effect {
    /** Its facts are the current ones; those of the version before are closed. */
    OPENED,
    /** A later version was there already: the message is in the log and opens nothing. */
    SUPERSEDED,
    /** Its revision is withdrawn: the message is in the log without its text and opens nothing. */
    WITHDRAWN,
    /** Its tenant was erased after it was accepted: nothing of it is kept, not even in the log. */
    ERASED,
    /** It comes from a re-analysis by a newer pipeline: kept in the log until an operator makes its generation current. */
    CANDIDATE,
    /** An act of an operator took effect. */
    APPLIED,
    /** The same message was applied before: nothing changed. */
    REPEATED;

    /** What a message of one version does to an article whose current version is the other, or which has none yet. */
    public static Effect of(Version incoming, @Nullable Version current) {
        return current == null || incoming.compareTo(current) > 0 ? OPENED : SUPERSEDED;
    }
}
