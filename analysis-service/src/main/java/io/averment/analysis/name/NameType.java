package io.averment.analysis.name;

/** What kind of thing a name names. The numbers, from 0 and in order, are part of the model's format. */
public enum NameType {
    /** A human being, by name; a title is not part of the name. */
    PERSON(0),
    /** A body that acts: a government body, company, party, army, armed group, team, outlet, or an embassy that speaks. */
    ORGANIZATION(1),
    /** A country, province, city, region, sea or mountain. */
    PLACE(2),
    /** A site made by people: a base, airport, palace, dam or building. */
    FACILITY(3),
    /** A people, nation, sect or other collective that is no body, and the adjective made of it. */
    GROUP(4),
    /** Any other name: an event, law, work, product or language. */
    OTHER(5);

    private final int number;

    NameType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
