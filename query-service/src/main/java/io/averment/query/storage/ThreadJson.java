package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.thread.Evidence;
import io.averment.query.record.thread.FactPlace;
import io.averment.query.record.thread.Quotation;
import io.averment.query.record.thread.Source;
import io.averment.query.record.thread.Term;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.record.thread.Undertaking;
import io.averment.query.record.thread.Voice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Facts of threads as the database keeps them. */
@RegisterForReflection(
        targets = {
            Quotation.class,
            Undertaking.class,
            Undertaking.Report.class,
            Term.class,
            Term.Sort.class,
            Voice.class
        })
final class ThreadJson {
    /** What a query for facts selects from {@code thread_fact t}; {@link #typed} says of which types. */
    static final String COLUMNS =
            "t.first_accepted_at, t.article_id, t.position, t.fact_id, t.day, t.origin, t.text_hash,"
                    + " t.kind, cast(t.evidence as text) as evidence, t.thread_id, t.record_month, t.recorded_from,"
                    + " nullif(t.recorded_to, 'infinity') as recorded_to, t.opened_at";

    private ThreadJson() {}

    /**
     * A fact as it stands in the database.
     *
     * @param recordedTo until when it stood in the thread; null while it does
     * @param opened when the version of its article was opened
     */
    record Stored(
            ThreadFact fact,
            String thread,
            LocalDate month,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            Instant opened) {

        boolean stoodAt(Instant instant) {
            return PastRows.stoodAt(recordedFrom, recordedTo, instant);
        }
    }

    /** A fact as it is written: what {@code jsonb_to_recordset} takes apart. */
    @RegisterForReflection
    record Written(
            LocalDate recordMonth,
            UUID articleId,
            String factId,
            int position,
            Instant firstAcceptedAt,
            String kind,
            String threadId,
            String bucket,
            LocalDate day,
            @Nullable String origin,
            String textHash,
            Evidence evidence) {}

    static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("position", Integer.class)
                .addScalar("fact_id", String.class)
                .addScalar("day", LocalDate.class)
                .addScalar("origin", String.class)
                .addScalar("text_hash", String.class)
                .addScalar("kind", String.class)
                .addScalar("evidence", String.class)
                .addScalar("thread_id", String.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("recorded_to", Instant.class)
                .addScalar("opened_at", Instant.class);
    }

    static Stored read(Tuple row, FactJson json) {
        ArticleId article = new ArticleId(row.get("article_id", UUID.class));
        FactPlace place = new FactPlace(
                row.get("first_accepted_at", Instant.class),
                article,
                row.get("position", Integer.class),
                row.get("fact_id", String.class));
        Class<? extends Evidence> type = switch (ThreadKind.valueOf(row.get("kind", String.class))) {
            case UTTERANCE -> Quotation.class;
            case COMMITMENT -> Undertaking.class;
        };
        Source source =
                new Source(article.toString(), row.get("origin", String.class), row.get("text_hash", String.class));
        ThreadFact fact = new ThreadFact(
                place, row.get("day", LocalDate.class), source, json.read(row.get("evidence", String.class), type));
        return new Stored(
                fact,
                row.get("thread_id", String.class),
                row.get("record_month", LocalDate.class),
                row.get("recorded_from", Instant.class),
                row.get("recorded_to", Instant.class),
                row.get("opened_at", Instant.class));
    }
}
