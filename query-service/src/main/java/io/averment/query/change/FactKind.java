package io.averment.query.change;

/** The kinds of facts that changes are told of, each in a table of its own. */
enum FactKind {
    STATEMENT("statement"),
    COMMITMENT("commitment"),
    TIME("time_expression"),
    ENTITY("named_entity"),
    CONFLICT("conflict");

    private final String table;

    FactKind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
