package io.averment.query.record;

/** The part that a hop plays. */
public enum HopRole {
    SPEAKER,
    MEDIUM,
    AGENCY,
    OUTLET,
    /** A part that this version does not know. */
    UNKNOWN
}
