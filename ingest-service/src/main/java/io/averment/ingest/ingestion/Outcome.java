package io.averment.ingest.ingestion;

/** What became of a report, as clients read it. */
enum Outcome {
    /** A new article. */
    ACCEPTED(201),
    /** A new revision of an article. */
    REVISED(201),
    /** Nothing new. */
    KNOWN(200),
    /** The article is withdrawn: the report was refused. */
    WITHDRAWN(410);

    private final int status;

    Outcome(int status) {
        this.status = status;
    }

    static Outcome of(Ingested ingested) {
        return switch (ingested) {
            case Ingested.Accepted _ -> ACCEPTED;
            case Ingested.Revised _ -> REVISED;
            case Ingested.Known _ -> KNOWN;
            case Ingested.Withdrawn _ -> WITHDRAWN;
        };
    }

    int status() {
        return status;
    }
}
