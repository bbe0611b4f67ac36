package io.averment.query.record;

/** The part of a fact in which an entity stands. */
public enum Role {
    /** Who made a statement. */
    SPEAKER,
    /** Named in the words of a statement. */
    CONTENT,
    /** Who must do what is undertaken. */
    ACTOR,
    /** Who announced it. */
    ANNOUNCER,
    /** Named in the words of what is to be done. */
    ACT,
    /** Named in an article. */
    NAMED;

    /** What stands for the country of an entity in this part: by another name, so that no country is taken for an entity. */
    public String ofCountry() {
        return "COUNTRY_OF_" + name();
    }
}
