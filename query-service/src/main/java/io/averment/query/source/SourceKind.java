package io.averment.query.source;

/** What sources there are. Each is a column of a table, with an index in the order of its values and then of lists. */
enum SourceKind {
    OUTLET("article", "outlet_key", "f.outlet"),
    AGENCY("statement", "agency_key", "cast(f.fact as text)");

    private final String table;
    private final String column;
    private final String latest;

    SourceKind(String table, String column, String latest) {
        this.table = table;
        this.column = column;
        this.latest = latest;
    }

    /** The table in which every source of the kind stands. */
    String table() {
        return table;
    }

    /** The column of statements, and of the table, that has the source's key. */
    String column() {
        return column;
    }

    /** What of the newest row tells the source's name. */
    String latest() {
        return latest;
    }
}
