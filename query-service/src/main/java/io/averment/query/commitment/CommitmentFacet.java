package io.averment.query.commitment;

import io.averment.query.reading.FactColumn;

/** What commitments are counted by. */
enum CommitmentFacet implements FactColumn {
    ACTOR("left(f.actor_name, 200)"),
    ANNOUNCER("left(f.announcer_name, 200)"),
    STRENGTH("f.strength"),
    OUTCOME("f.outcome"),
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language");

    private final String sql;

    CommitmentFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
