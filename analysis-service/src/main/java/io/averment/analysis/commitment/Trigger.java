package io.averment.analysis.commitment;

import java.util.Set;

/**
 * A word that says that something is undertaken.
 *
 * @param strength how firmly
 * @param constructions how the act hangs on it
 * @param prepositions that introduce the act: {@code committed to opening}
 */
record Trigger(Strength strength, Set<Construction> constructions, Set<String> prepositions) {

    Trigger {
        constructions = Set.copyOf(constructions);
        prepositions = Set.copyOf(prepositions);
    }

    boolean takes(Construction construction) {
        return constructions.contains(construction);
    }
}
