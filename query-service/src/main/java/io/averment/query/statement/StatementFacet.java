package io.averment.query.statement;

import io.averment.query.reading.FactColumn;
import io.averment.query.record.Role;
import java.util.List;

/** What statements are counted by. */
enum StatementFacet implements FactColumn {
    SPEAKER("left(f.speaker_name, 200)"),
    ACT("f.act"),
    KIND("f.kind"),
    AGENCY("f.agency_key"),
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language"),
    /** What it names, by the ids of entities. */
    ENTITY("r.entity_key"),
    /** Of what it names. */
    COUNTRY("r.entity_key");

    private final String sql;

    StatementFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public List<Role> roles() {
        return this == ENTITY || this == COUNTRY ? List.of(Role.SPEAKER, Role.CONTENT) : List.of();
    }

    @Override
    public boolean ofCountry() {
        return this == COUNTRY;
    }
}
