package io.averment.query.article;

import io.averment.query.reading.FactColumn;

/** What articles are counted by. */
enum ArticleFacet implements FactColumn {
    OUTLET("f.outlet_key"),
    LANGUAGE("f.language");

    private final String sql;

    ArticleFacet(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
