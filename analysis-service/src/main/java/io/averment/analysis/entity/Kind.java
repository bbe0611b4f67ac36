package io.averment.analysis.entity;

/** What a named thing is, more finely than its type: what a writer may call it instead of by its name ("the city", "the party"). */
public enum Kind {
    COUNTRY(EntityType.PLACE),
    /** Larger or smaller than a country, and no unit of its administration. */
    REGION(EntityType.PLACE),
    PROVINCE(EntityType.PLACE),
    CITY(EntityType.PLACE),
    CAPITAL(EntityType.PLACE),
    WATER(EntityType.PLACE),
    ISLAND(EntityType.PLACE),
    BASE(EntityType.FACILITY),
    AIRPORT(EntityType.FACILITY),
    PORT(EntityType.FACILITY),
    CROSSING(EntityType.FACILITY),
    BUILDING(EntityType.FACILITY),
    PLANT(EntityType.FACILITY),
    CAMP(EntityType.FACILITY),
    GOVERNMENT(EntityType.ORGANIZATION),
    MINISTRY(EntityType.ORGANIZATION),
    EMBASSY(EntityType.ORGANIZATION),
    AGENCY(EntityType.ORGANIZATION),
    PARLIAMENT(EntityType.ORGANIZATION),
    COURT(EntityType.ORGANIZATION),
    /** An army, navy, air force, command or police: the state's. */
    FORCE(EntityType.ORGANIZATION),
    ARMED_GROUP(EntityType.ORGANIZATION),
    PARTY(EntityType.ORGANIZATION),
    /** Of states. */
    ALLIANCE(EntityType.ORGANIZATION),
    MEDIA(EntityType.ORGANIZATION),
    COMPANY(EntityType.ORGANIZATION),
    BANK(EntityType.ORGANIZATION),
    ORGANIZATION(EntityType.ORGANIZATION),
    PEOPLE(EntityType.GROUP),
    FAITH(EntityType.GROUP),
    PERSON(EntityType.PERSON),
    OTHER(EntityType.OTHER);

    private final EntityType type;

    Kind(EntityType type) {
        this.type = type;
    }

    /** The type of everything of this kind. */
    public EntityType type() {
        return type;
    }
}
