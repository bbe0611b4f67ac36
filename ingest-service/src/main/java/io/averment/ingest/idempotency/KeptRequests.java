package io.averment.ingest.idempotency;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The requests with a key, and their answers. By the database's clock. Thread-safe; every method is a transaction. */
@ApplicationScoped
class KeptRequests {
    /** A key is free when nobody has used it, when its answer has expired, and when its request has not ended in time. */
    private static final String BEGIN = """
            insert into idempotent_request as known (tenant, key, fingerprint, holder, held_until, expires_at)
            values (:tenant, :key, :fingerprint, :holder, statement_timestamp() + make_interval(secs => :hold),
              statement_timestamp() + make_interval(secs => :retention))
            on conflict (tenant, key) do update set fingerprint = excluded.fingerprint, holder = excluded.holder,
              held_until = excluded.held_until, expires_at = excluded.expires_at, status = null, location = null, body = null
            where known.expires_at <= statement_timestamp()
              or (known.status is null and known.held_until <= statement_timestamp())
            """;

    private static final String FIND = """
            select fingerprint, status, location, body from idempotent_request where tenant = :tenant and key = :key
            """;

    private static final String FINISH = """
            update idempotent_request set status = :status, location = cast(:location as text), body = :body
            where tenant = :tenant and key = :key and holder = :holder
            """;

    private static final String RELEASE = """
            delete from idempotent_request where tenant = :tenant and key = :key and holder = :holder and status is null
            """;

    /** A few at a time, with each request that is kept, so that what has expired goes as fast as new ones come. */
    private static final String EXPIRE = """
            delete from idempotent_request where tenant = :tenant and key in (
              select key from idempotent_request
              where tenant = :tenant and expires_at <= statement_timestamp() order by expires_at limit 5)
            """;

    private final RowSecurity rows;
    private final EntityManager entities;
    private final IdempotencyConfiguration configuration;

    KeptRequests(RowSecurity rows, EntityManager entities, IdempotencyConfiguration configuration) {
        this.rows = rows;
        this.entities = entities;
        this.configuration = configuration;
    }

    /** How a request with a key stands. */
    sealed interface Standing {
        /** It is to be carried out now, and nobody else does so meanwhile. */
        record Begun(UUID holder) implements Standing {}

        /** It was carried out. */
        record Done(Answer answer) implements Standing {}

        /** It is being carried out. */
        record UnderWay() implements Standing {}

        /** The key belongs to another request. */
        record Different() implements Standing {}
    }

    Standing begin(Tenant tenant, IdempotencyKey key, RequestFingerprint fingerprint) {
        var holder = UUID.randomUUID();
        return rows.asTenant(tenant, () -> {
            entities.createNativeQuery(EXPIRE)
                    .setParameter("tenant", tenant.name())
                    .executeUpdate();
            var begun = entities.createNativeQuery(BEGIN)
                    .setParameter("tenant", tenant.name())
                    .setParameter("key", key.value())
                    .setParameter("fingerprint", fingerprint.value())
                    .setParameter("holder", holder)
                    .setParameter("hold", seconds(configuration.hold()))
                    .setParameter("retention", seconds(configuration.retention()))
                    .executeUpdate();
            return begun == 1 ? new Standing.Begun(holder) : find(tenant, key, fingerprint);
        });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private Standing find(Tenant tenant, IdempotencyKey key, RequestFingerprint fingerprint) {
        var found = entities.unwrap(Session.class)
                .createNativeQuery(FIND, Tuple.class)
                .addScalar("fingerprint", String.class)
                .addScalar("status", Integer.class)
                .addScalar("location", String.class)
                .addScalar("body", byte[].class)
                .setParameter("tenant", tenant.name())
                .setParameter("key", key.value())
                .getResultList();
        // Released in between: the client comes again.
        if (found.isEmpty()) {
            return new Standing.UnderWay();
        }
        var row = found.getFirst();
        if (!fingerprint.value().equals(row.get("fingerprint", String.class))) {
            return new Standing.Different();
        }
        var status = row.get("status", Integer.class);
        return status == null
                ? new Standing.UnderWay()
                : new Standing.Done(new Answer(
                        status,
                        Optional.ofNullable(row.get("location", String.class)),
                        row.get("body", byte[].class),
                        true,
                        true));
    }

    void finish(Tenant tenant, IdempotencyKey key, UUID holder, Answer answer) {
        rows.asTenant(
                tenant,
                () -> entities.createNativeQuery(FINISH)
                        .setParameter("status", answer.status())
                        .setParameter("location", answer.location().orElse(null))
                        .setParameter("body", answer.body())
                        .setParameter("tenant", tenant.name())
                        .setParameter("key", key.value())
                        .setParameter("holder", holder)
                        .executeUpdate());
    }

    /** Makes the key free again, since its request has changed nothing, or not all that it should. */
    void release(Tenant tenant, IdempotencyKey key, UUID holder) {
        rows.asTenant(
                tenant,
                () -> entities.createNativeQuery(RELEASE)
                        .setParameter("tenant", tenant.name())
                        .setParameter("key", key.value())
                        .setParameter("holder", holder)
                        .executeUpdate());
    }
}
