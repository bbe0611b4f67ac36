package io.averment.ingest.security;

/** The roles of the realm that this service asks for. */
public final class Roles {
    /** May read. */
    public static final String READER = "reader";

    /** May send reports. */
    public static final String CONTRIBUTOR = "contributor";

    /** May withdraw articles and read the audit log. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
