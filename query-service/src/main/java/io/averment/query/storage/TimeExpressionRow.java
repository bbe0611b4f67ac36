package io.averment.query.storage;

import io.averment.query.record.TimeExpression;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.SQLRestriction;

/** A current time expression; closed ones are history. */
@Entity
@Table(name = "time_expression")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class TimeExpressionRow extends FactRow {
    public String type;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected TimeExpressionRow() {}

    /** The row that opens the time expression at this position of the article. */
    TimeExpressionRow(Opening opening, int position) {
        TimeExpression time = opening.article().facts().times().get(position);
        super(opening, time.id(), position, time.days(), time);
        this.type = time.type();
    }
}
