package io.averment.query.projection;

import io.averment.query.record.Effect;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies messages at once, as the consumer does when they arrive. */
@ApplicationScoped
public class Applied {
    private final AnalysisReader reader;
    private final WithdrawalReader withdrawals;
    private final Projection projection;

    Applied(AnalysisReader reader, WithdrawalReader withdrawals, Projection projection) {
        this.reader = reader;
        this.withdrawals = withdrawals;
        this.projection = projection;
    }

    public Effect apply(SampleMessage message) {
        return projection.apply(
                reader.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
    }

    public Effect withdraw(WithdrawalMessage message) {
        return projection.withdraw(
                withdrawals.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
    }
}
