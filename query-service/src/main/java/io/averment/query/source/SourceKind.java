package io.averment.query.source;

/** What sources there are. */
enum SourceKind {
    OUTLET,
    AGENCY
}
