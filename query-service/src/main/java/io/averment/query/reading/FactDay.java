package io.averment.query.reading;

/** The days that facts of every kind have. */
public enum FactDay implements FactColumn {
    /** On which the article was published, where it says so. */
    PUBLISHED("f.published_on"),
    /** On which the article was first accepted, in UTC. */
    ACCEPTED("cast(f.first_accepted_at at time zone 'UTC' as date)");

    private final String sql;

    FactDay(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
