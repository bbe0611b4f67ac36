package io.averment.query.commitment;

import io.averment.query.reading.FactColumn;
import io.averment.query.record.Role;
import java.util.List;

/** What commitments are counted by. */
enum CommitmentFacet implements FactColumn {
    ACTOR("left(f.actor_name, 200)"),
    ANNOUNCER("left(f.announcer_name, 200)"),
    STRENGTH("f.strength"),
    OUTCOME("f.outcome"),
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language"),
    /** What it names, by the ids of entities. */
    ENTITY("r.entity_key"),
    /** Of what it names. */
    COUNTRY("r.entity_key");

    private final String sql;

    CommitmentFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public List<Role> roles() {
        return this == ENTITY || this == COUNTRY ? List.of(Role.ACTOR, Role.ANNOUNCER, Role.ACT) : List.of();
    }

    @Override
    public boolean ofCountry() {
        return this == COUNTRY;
    }
}
