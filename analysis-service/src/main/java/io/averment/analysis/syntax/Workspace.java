package io.averment.analysis.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The matrices that the network fills for a sentence, used again for the next one of the document: they grow to its longest
 * sentence, some 11 KB a token. Nothing in it changes a result. Not thread-safe.
 */
final class Workspace {

    private final WordRows words = new WordRows();
    private final List<Rows> products = new ArrayList<>();
    private final List<Rows> outputs = new ArrayList<>();
    private final Rows tags;
    private final Rows readings;
    private final Rows sums;
    private final Rows relations;

    Workspace(Network network) {
        for (RecurrentLayer layer : network.layers()) {
            products.add(new Rows(layer.productWidth()));
            outputs.add(new Rows(layer.width()));
        }
        tags = new Rows(network.tagCount());
        readings = new Rows(network.readings().width());
        sums = new Rows(network.readings().relation());
        relations = new Rows(network.relationCount());
    }

    WordRows words() {
        return words;
    }

    /** The products of a recurrent layer. */
    Rows products(int layer) {
        return products.get(layer);
    }

    /** What a recurrent layer gives. */
    Rows output(int layer) {
        return outputs.get(layer);
    }

    /** Scores of the pairs of tags. */
    Rows tags() {
        return tags;
    }

    /** What is read from the last layer, as {@link Readings} cuts it. */
    Rows readings() {
        return readings;
    }

    /** Heads' and dependents' parts of relations. */
    Rows sums() {
        return sums;
    }

    /** Scores of the relations. */
    Rows relations() {
        return relations;
    }
}
