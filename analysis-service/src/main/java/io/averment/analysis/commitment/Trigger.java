package io.averment.analysis.commitment;

import java.util.List;
import java.util.Set;

/**
 * A word that says that something is undertaken.
 *
 * @param strength how firmly
 * @param constructions how the act hangs on it, in the order in which they are tried
 * @param prepositions that introduce the act: {@code committed to opening}
 * @param negative whether it is undertaken not to do it: {@code ruled out}
 */
record Trigger(Strength strength, List<Construction> constructions, Set<String> prepositions, boolean negative) {

    Trigger {
        constructions = constructions.stream().distinct().sorted().toList();
        prepositions = Set.copyOf(prepositions);
    }

    boolean takes(Construction construction) {
        return constructions.contains(construction);
    }
}
