package io.averment.query.storage;

import io.averment.query.record.Commitment;
import io.averment.query.record.DayRange;
import io.averment.query.record.Party;
import io.averment.query.record.Sentences;
import io.averment.query.record.WorldTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A current commitment; closed ones are history. */
@Entity
@Table(name = "commitment")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class CommitmentRow extends FactRow {
    public String strength;
    public @Nullable String outcome;

    @Column(name = "actor_name")
    public @Nullable String actorName;

    @Column(name = "announcer_name")
    public @Nullable String announcerName;

    @Column(name = "due_from")
    public @Nullable LocalDate dueFrom;

    @Column(name = "due_to")
    public @Nullable LocalDate dueTo;

    public String content;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected CommitmentRow() {}

    /** The row that opens the commitment at this position of the article. */
    CommitmentRow(Opening opening, int position, WorldTime world, Sentences sentences) {
        Commitment commitment = opening.article().facts().commitments().get(position);
        super(opening, commitment.id(), position, world.of(commitment), commitment);
        this.strength = commitment.strength();
        this.outcome = commitment.outcome();
        this.actorName = name(commitment.undertaker());
        this.announcerName = name(commitment.announcedBy());
        DayRange due = world.due(commitment);
        this.dueFrom = due.first();
        this.dueTo = due.last();
        this.content = sentences.around(commitment.act());
    }

    private static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name();
    }
}
