package io.averment.query.storage;

import io.averment.query.record.EntityKey;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Statement;
import io.averment.query.record.WorldTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A current statement; closed ones are history. */
@Entity
@Table(name = "statement")
@IdClass(FactRow.Key.class)
@SQLRestriction("recorded_to = 'infinity'")
public class StatementRow extends FactRow {
    public String kind;
    public String act;

    @Column(name = "agency_key")
    public @Nullable String agencyKey;

    @Column(name = "speaker_name")
    public @Nullable String speakerName;

    public String content;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StatementRow() {}

    /** The row that opens the statement at this position of the article. */
    StatementRow(Opening opening, int position, WorldTime world) {
        Statement statement = opening.article().facts().statements().get(position);
        super(opening, statement.id(), position, world.of(statement), statement);
        this.kind = statement.kind().name();
        this.act = statement.act();
        Hop agency = agency(statement);
        this.agencyKey = agency == null ? null : key(agency);
        this.speakerName = statement.speaker().name();
        this.content = statement.words();
    }

    /** The agency through which it reached the outlet: the last one, when there are several. */
    static @Nullable Hop agency(Statement statement) {
        Hop agency = null;
        for (Hop hop : statement.chain()) {
            if (hop.role() == HopRole.AGENCY && hop.name() != null) {
                agency = hop;
            }
        }
        return agency;
    }

    /** The key of an agency, which has a name. */
    static String key(Hop agency) {
        return EntityKey.fold(String.valueOf(agency.name()));
    }
}
