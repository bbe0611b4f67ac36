package io.averment.query.storage;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Record time that a test sets; for what the record says over months. */
public final class SetRecordTime extends RecordTime {
    private Instant now;

    public SetRecordTime(EntityManager entities, TenantTransactions transactions, Instant now) {
        super(entities, transactions);
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant next(@Nullable Instant previous) {
        return previous == null || now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
    }
}
