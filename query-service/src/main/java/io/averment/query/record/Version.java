package io.averment.query.record;

import java.util.Comparator;

/**
 * One analysis of one revision of an article. Versions are ordered by revision, then by the generation of the pipeline,
 * whatever the order in which they arrive. The fingerprint only decides between pipelines that claim the same generation,
 * so that even then every replica ends with the same record.
 *
 * @param revision 1 and up
 * @param generation 1 and up
 * @param fingerprint names the annotators, models and knowledge files that made the analysis
 */
public record Version(int revision, int generation, String fingerprint) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::revision)
            .thenComparingInt(Version::generation)
            .thenComparing(Version::fingerprint);

    /** @throws RuleBrokenException when a number is below 1 or the fingerprint is blank */
    public Version {
        RuleBrokenException.require(revision >= 1, "the revision is below 1");
        RuleBrokenException.require(generation >= 1, "the pipeline generation is below 1");
        RuleBrokenException.require(!fingerprint.isBlank(), "the pipeline fingerprint is blank");
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
