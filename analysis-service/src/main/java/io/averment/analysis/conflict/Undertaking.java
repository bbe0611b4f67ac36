package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Commitment;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as far as it can be compared with others.
 *
 * @param verb lemma of the act's head
 * @param topics lemmas of the nouns and names that its sentence clause speaks of
 * @param earliest the first day that its deadline may mean
 * @param latest the last day
 * @param isBeginning whether the act is that something begins
 * @param quantity how many of what the act is about; 0 when not said
 * @param unit lemma of what is counted; empty when nothing is
 */
record Undertaking(
        Commitment commitment,
        String verb,
        Set<String> topics,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        boolean isBeginning,
        long quantity,
        String unit) {

    Undertaking {
        topics = Set.copyOf(topics);
    }

    /** Whether two speak of something that both name. Linear in the topics, which are few. */
    boolean sharesTopic(Set<String> others) {
        return topics.stream().anyMatch(others::contains);
    }
}
