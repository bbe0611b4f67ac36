package io.averment.query.commitment;

import io.averment.query.reading.FactColumn;
import io.averment.query.reading.FactDay;

/** The days that commitments have. */
enum CommitmentDay implements FactColumn {
    PUBLISHED(FactDay.PUBLISHED.sql()),
    ACCEPTED(FactDay.ACCEPTED.sql()),
    /** The last day of the deadline. */
    DUE("f.due_to");

    private final String sql;

    CommitmentDay(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
