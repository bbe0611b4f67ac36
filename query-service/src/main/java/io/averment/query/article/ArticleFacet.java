package io.averment.query.article;

import io.averment.query.reading.FactColumn;
import io.averment.query.record.Role;
import java.util.List;

/** What articles are counted by. */
enum ArticleFacet implements FactColumn {
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language"),
    /** What it names, by the ids of entities. */
    ENTITY("r.entity_key"),
    /** Of what it names. */
    COUNTRY("r.entity_key");

    private final String sql;

    ArticleFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public List<Role> roles() {
        return this == ENTITY || this == COUNTRY ? List.of(Role.NAMED) : List.of();
    }

    @Override
    public boolean ofCountry() {
        return this == COUNTRY;
    }
}
