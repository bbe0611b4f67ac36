package io.averment.analysis.entity;

/** What sort of thing is named. An acting embassy, an armed group and a party are organisations. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    PLACE,
    /** A site: a base, a palace, a building. */
    FACILITY,
    /** A people, a sect or an unnamed collective. */
    GROUP,
    OTHER
}
