package io.averment.analysis.coreference;

/** Gives a cluster the name that a reader knows it by. */
@FunctionalInterface
interface Names {
    String of(Cluster cluster);
}
