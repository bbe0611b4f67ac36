package io.averment.query.storage;

import io.averment.query.record.Conflict;
import io.averment.query.record.DayRange;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.SQLRestriction;

/** Facts of an article that currently do not agree; closed rows are history. */
@Entity
@Table(name = "conflict")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class ConflictRow extends FactRow {
    public String kind;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ConflictRow() {}

    /** The row that opens the conflict at this position of the article; analyses give it no id. */
    ConflictRow(Opening opening, int position) {
        Conflict conflict = opening.article().facts().conflicts().get(position);
        super(opening, "x" + (position + 1), position, DayRange.OPEN, conflict);
        this.kind = conflict.kind();
    }
}
