package io.averment.analysis.coreference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much what was spoken of before comes to mind where a pronoun stands (after Lappin and Leass, 1994): each sentence adds the weight
 * of the best mention in it, by what that does in its clause, halved with each sentence further back. Not thread-safe.
 */
final class Salience {

    private static final double SENTENCE = 100;
    private static final double SUBJECT = 80;
    private static final double OBJECT = 50;
    private static final double OBLIQUE = 40;
    private static final double OTHER = 30;
    private static final double PARALLEL = 35;
    private static final double SAME_CLAUSE_SUBJECT = 60;
    private static final double REPORTING_SUBJECT = 120;

    /** How many times more somebody must outweigh those whose gender the pronoun's is known to be, when theirs is not. */
    private static final double UNKNOWN_GENDER = 1.5;

    /** Something that may be meant: a cluster, or the noun of something without a name. */
    private static final class Candidate {
        final Object what;
        final boolean agrees;
        double weight;
        int sentence = -1;
        double inSentence;

        Candidate(Object what, boolean agrees) {
            this.what = what;
            this.agrees = agrees;
        }
    }

    private final Clauses clauses;
    private final Positions positions;
    private final List<Candidate> candidates = new ArrayList<>();

    Salience(Clauses clauses, Positions positions) {
        this.clauses = clauses;
        this.positions = positions;
    }

    /**
     * Adds a mention of a cluster before a pronoun.
     *
     * @param agrees whether the cluster is known to be what the pronoun says: a man, a woman, a thing
     */
    void add(Cluster cluster, int mention, int pronoun, boolean agrees) {
        double weight = weight(roleOf(mention));
        boolean subject = positions.isSubject(mention);
        if (subject && positions.isSubject(pronoun)) {
            weight += PARALLEL;
        }
        if (subject && clauses.isSameClause(mention, pronoun)) {
            weight += SAME_CLAUSE_SUBJECT;
        }
        if (clauses.isReportedBy(pronoun, mention)) {
            weight += REPORTING_SUBJECT;
        }
        add(cluster, agrees, weight, positions.sentence(mention), positions.sentence(pronoun));
    }

    private Clauses.Role roleOf(int mention) {
        return clauses.isParsed(mention)
                ? clauses.role(mention)
                : positions.isSubject(mention) ? Clauses.Role.SUBJECT : Clauses.Role.UNKNOWN;
    }

    /** Adds something without a name, by its noun. */
    void addUnnamed(String noun, Clauses.Role role, boolean parallel, int sentence, int sentenceOfPronoun) {
        add(noun, true, weight(role) + (parallel ? PARALLEL : 0), sentence, sentenceOfPronoun);
    }

    private void add(Object what, boolean agrees, double weight, int sentence, int sentenceOfPronoun) {
        Candidate candidate = candidates.stream()
                .filter(known -> known.what.equals(what))
                .findFirst()
                .orElse(null);
        if (candidate == null) {
            candidate = new Candidate(what, agrees);
            candidates.add(candidate);
        }
        double halved = weight / (1 << Math.max(0, sentenceOfPronoun - sentence));
        if (candidate.sentence != sentence) {
            candidate.sentence = sentence;
            candidate.inSentence = 0;
        }
        if (halved > candidate.inSentence) {
            candidate.weight += halved - candidate.inSentence;
            candidate.inSentence = halved;
        }
    }

    private static double weight(Clauses.Role role) {
        return SENTENCE
                + switch (role) {
                    case SUBJECT -> SUBJECT;
                    case OBJECT -> OBJECT;
                    case OBLIQUE -> OBLIQUE;
                    case OTHER, UNKNOWN -> OTHER;
                    case EMBEDDED, MODIFIER -> 0;
                };
    }

    /** Whether the first has a name and outweighs everything else, named or not, so many times; more where others agree better. */
    boolean isDecided(double lead) {
        sort();
        if (candidates.isEmpty() || !(candidates.getFirst().what instanceof Cluster)) {
            return false;
        }
        Candidate first = candidates.getFirst();
        for (Candidate other : candidates.subList(1, candidates.size())) {
            double needed = other.agrees && !first.agrees ? lead * UNKNOWN_GENDER : lead;
            if (first.weight < needed * other.weight) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody or something without a name may be meant. */
    boolean hasUnnamed() {
        return candidates.stream().anyMatch(candidate -> !(candidate.what instanceof Cluster));
    }

    /** The clusters, the weightiest first. */
    List<Cluster> ranked() {
        sort();
        List<Cluster> clusters = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.what instanceof Cluster cluster) {
                clusters.add(cluster);
            }
        }
        return clusters;
    }

    private void sort() {
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.weight));
    }
}
