package io.averment.query.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone undertakes to do.
 *
 * @param id unique within one version of its article
 * @param actor id of the entity that must do it
 * @param undertaker who must do it, as the text says
 * @param act the words of what is to be done
 * @param object the words of what it is done to
 * @param trigger the words that make it an undertaking
 * @param negated whether it is undertaken not to do it
 * @param deadline id of the time expression
 * @param due what the deadline means for this undertaking
 * @param condition the words of what it depends on
 * @param strength {@code FIRM}, {@code EXPECTED}, {@code INTENDED} or {@code CONDITIONAL}
 * @param places ids of the mentions of places
 * @param outcome {@code MET}, {@code MISSED}, {@code MOVED} or {@code WITHDRAWN}, when the report tells it
 * @param announcer id of the entity that announced it
 * @param announcedBy who announced it, as the text says
 * @param statement id of the statement that it stands in
 */
public record Commitment(
        String id,
        @Nullable String actor,
        @Nullable Party undertaker,
        Span act,
        @Nullable String object,
        List<Span> objectSpans,
        @Nullable Span trigger,
        boolean negated,
        @Nullable String deadline,
        @Nullable Due due,
        @Nullable Span condition,
        String strength,
        @Nullable Phase phase,
        List<String> places,
        @Nullable String outcome,
        @Nullable String announcer,
        @Nullable Party announcedBy,
        @Nullable String statement) {

    /** @throws RuleBrokenException when the id is blank */
    public Commitment {
        RuleBrokenException.requireId(id, "a commitment's id");
        objectSpans = List.copyOf(objectSpans);
        places = List.copyOf(places);
    }
}
