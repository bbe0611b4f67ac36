package io.averment.analysis.conflict;

import io.averment.analysis.commitment.Commitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as far as it can be compared with others.
 *
 * @param verb lemma of the act's head
 * @param topics lemmas of the nouns and names that its sentence clause speaks of
 * @param distinct words that tell what it speaks of from others of its kind
 * @param isPointing whether its subject is only a pronoun
 * @param isIndefinite whether it is done to one that the text brings in new: a meeting
 * @param sentence which sentence holds it, counted from 0
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
        Set<String> distinct,
        boolean isPointing,
        boolean isIndefinite,
        int sentence,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        boolean isBeginning,
        BigDecimal quantity,
        String unit) {

    Undertaking {
        topics = Set.copyOf(topics);
        distinct = Set.copyOf(distinct);
    }

    /** Whether two speak of one and the same, as far as their nouns tell: of one bridge, not of two. */
    boolean isOfSame(Undertaking other) {
        boolean named = !topics.isEmpty() && !other.topics.isEmpty() && !(isIndefinite && other.isIndefinite);
        return named
                && distinct.equals(other.distinct)
                && (topics.containsAll(other.topics) || other.topics.containsAll(topics));
    }

    /** Whether it says how many of something its act is about. */
    boolean hasQuantity() {
        return quantity.signum() > 0;
    }

    /** Whether two speak of something that both name. Linear in the topics, which are few. */
    boolean sharesTopic(Set<String> others) {
        return topics.stream().anyMatch(others::contains);
    }
}
