package io.averment.query.statement;

import io.averment.query.reading.FactColumn;

/** What statements are counted by. */
enum StatementFacet implements FactColumn {
    SPEAKER("left(f.speaker_name, 200)"),
    ACT("f.act"),
    KIND("f.kind"),
    AGENCY("f.agency_key"),
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language");

    private final String sql;

    StatementFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
