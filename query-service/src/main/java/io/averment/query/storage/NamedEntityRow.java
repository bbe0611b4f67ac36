package io.averment.query.storage;

import io.averment.query.record.DayRange;
import io.averment.query.record.EntityKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.SQLRestriction;

/** A thing that an article currently names; closed rows are history. */
@Entity
@Table(name = "named_entity")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class NamedEntityRow extends FactRow {
    @Column(name = "entity_key")
    public String entityKey;

    @Column(name = "mention_count")
    public int mentionCount;

    /** The names by which the article calls it, folded. */
    public String[] names;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected NamedEntityRow() {}

    /** The row that opens the thing at this position of the article. */
    NamedEntityRow(Opening opening, int position, int mentionCount) {
        io.averment.query.record.Entity entity =
                opening.article().facts().entities().get(position);
        super(opening, entity.id(), position, DayRange.OPEN, entity);
        this.entityKey = EntityKey.of(entity, opening.article().id()).value();
        this.mentionCount = mentionCount;
        this.names = EntityRegistry.names(entity).toArray(new String[0]);
    }
}
