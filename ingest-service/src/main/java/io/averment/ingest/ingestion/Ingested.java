package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.RecordMonth;

/** What became of a report. */
public sealed interface Ingested {
    ArticleId id();

    /** The revision that the article now stands at, from 1. */
    int revision();

    RecordMonth recordMonth();

    /** The first report of an article. */
    record Accepted(ArticleId id, RecordMonth recordMonth) implements Ingested {
        @Override
        public int revision() {
            return 1;
        }
    }

    /** A report that differs from the latest revision, and is now the latest itself. */
    record Revised(ArticleId id, int revision, RecordMonth recordMonth) implements Ingested {}

    /** A report that says what the latest revision says. Nothing was stored, nothing will be published. */
    record Known(ArticleId id, int revision, RecordMonth recordMonth) implements Ingested {}

    /** A report of an article that is withdrawn. Nothing was stored, nothing will be published. */
    record Withdrawn(ArticleId id, int revision, RecordMonth recordMonth) implements Ingested {}
}
