package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Case;
import io.averment.analysis.coreference.Lexicon.Person;
import io.averment.analysis.coreference.Lexicon.Pronoun;
import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Gender;
import io.averment.analysis.entity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what pronouns of the third person stand for, in the order of the text: who or what was spoken of shortly before, and as a
 * subject where several fit. Precision before recall: where that leaves more than one, the pronoun stays open with its candidates.
 * Not thread-safe; a mention looks back over a bounded stretch.
 */
final class StandInResolution {

    /** How many sentences back a pronoun reaches. */
    private static final int REACH = 2;

    /** And over how many mentions at most. */
    private static final int MOST_LOOKED_AT = 60;

    private static final int MOST_CANDIDATES = 3;

    private static final Set<Kind> PLURAL_KINDS = Set.of(Kind.ARMED_GROUP, Kind.FORCE, Kind.PEOPLE, Kind.FAITH);

    private final Lexicon lexicon;
    private final List<Mention> mentions;
    private final NameClusters clusters;
    private final Positions positions;
    private final Names names;
    private final Unresolved[] open;

    StandInResolution(
            Lexicon lexicon, List<Mention> mentions, NameClusters clusters, Positions positions, Names names) {
        this.lexicon = lexicon;
        this.mentions = mentions;
        this.clusters = clusters;
        this.positions = positions;
        this.names = names;
        this.open = new Unresolved[mentions.size()];
    }

    /** Why a mention is left open; null when it is not. */
    @Nullable
    Unresolved open(int mention) {
        return open[mention];
    }

    void leaveOpen(int mention, Reason reason, List<Cluster> candidates) {
        open[mention] = new Unresolved(
                reason,
                candidates.stream().limit(MOST_CANDIDATES).map(names::of).toList());
    }

    /** Takes one pronoun; everything before it must have been taken. */
    void take(int number) {
        Pronoun pronoun = lexicon.pronoun(mentions.get(number).head());
        if (pronoun == null) {
            return;
        }
        switch (pronoun.person()) {
            case HE -> person(number, pronoun, Gender.MALE);
            case SHE -> person(number, pronoun, Gender.FEMALE);
            case IT -> thing(number, pronoun);
            case THEY -> several(number, pronoun);
            case SPEAKER, SPEAKERS -> {}
        }
    }

    private void person(int number, Pronoun pronoun, Gender gender) {
        Predicate<Cluster> fits = cluster ->
                cluster.type == EntityType.PERSON && (cluster.gender() == null || cluster.gender() == gender);
        List<Cluster> found = nearest(number, pronoun, fits);
        if (found.size() == 1) {
            clusters.join(number, found.getFirst());
            found.getFirst().learnGender(gender);
        } else {
            leaveOpen(number, why(found), found);
        }
    }

    private void thing(int number, Pronoun pronoun) {
        Predicate<Cluster> fits = cluster -> cluster.type == EntityType.ORGANIZATION
                || cluster.type == EntityType.PLACE
                || cluster.type == EntityType.FACILITY;
        List<Cluster> found = nearest(number, pronoun, fits);
        boolean said = found.size() == 1 && isLikely(number, pronoun, found.getFirst());
        if (said) {
            clusters.join(number, found.getFirst());
        } else if (!found.isEmpty()) {
            leaveOpen(number, why(found), found);
        }
    }

    /**
     * "It" and "they" may stand for what no name names. Believed is what speaks ("it added"), for the organisation or group that was
     * the last subject; and what owns, reflects or is said by it ("said that it"), for the subject of the same sentence with nothing
     * named between.
     */
    private boolean isLikely(int number, Pronoun pronoun, Cluster cluster) {
        int last = cluster.lastBefore(number);
        if (last < 0 || !positions.isSubject(last)) {
            return false;
        }
        boolean nextTo = last == number - 1 && positions.sentence(last) == positions.sentence(number);
        if (pronoun.place() == Case.SUBJECT) {
            boolean acts = cluster.type != EntityType.PLACE && cluster.type != EntityType.FACILITY;
            return (acts && positions.isSpeaking(number)) || (nextTo && positions.isReported(number));
        }
        return pronoun.place() != Case.OBJECT && nextTo;
    }

    private void several(int number, Pronoun pronoun) {
        Predicate<Cluster> fits = cluster -> cluster.type == EntityType.GROUP
                || (cluster.entry() != null
                        && PLURAL_KINDS.contains(cluster.entry().kind()));
        List<Cluster> found = nearest(number, pronoun, fits);
        if (found.size() == 1 && isLikely(number, pronoun, found.getFirst())) {
            clusters.join(number, found.getFirst());
        } else {
            leaveOpen(number, why(found), found);
        }
    }

    private static Reason why(List<Cluster> found) {
        return switch (found.size()) {
            case 0 -> Reason.NO_ANTECEDENT;
            case 1 -> Reason.UNCERTAIN;
            default -> Reason.AMBIGUOUS;
        };
    }

    /**
     * What fits in the nearest sentence that has something that fits; where several do, the subject if there is one, else all of
     * them.
     */
    private List<Cluster> nearest(int number, Pronoun pronoun, Predicate<Cluster> fits) {
        List<Cluster> found = new ArrayList<>();
        List<Cluster> subjects = new ArrayList<>();
        int sentence = -1;
        for (int i = number - 1; i >= 0 && number - i <= MOST_LOOKED_AT; i--) {
            if (positions.sentence(number) - positions.sentence(i) > REACH
                    || (!found.isEmpty() && positions.sentence(i) != sentence)) {
                break;
            }
            Cluster cluster = clusters.of(i);
            if (cluster == null
                    || !fits.test(cluster)
                    || positions.isModifier(i)
                    || !isHeard(number, i)
                    || isBoundAway(number, pronoun, i)) {
                continue;
            }
            sentence = positions.sentence(i);
            if (!found.contains(cluster)) {
                found.add(cluster);
            }
            if (positions.isSubject(i) && !subjects.contains(cluster)) {
                subjects.add(cluster);
            }
        }
        return found.size() > 1 && subjects.size() == 1 ? subjects : found;
    }

    /** A pronoun within quotation marks speaks of what its speaker has named; one outside of what the reporter has. */
    private boolean isHeard(int number, int before) {
        int quotation = positions.quotation(before);
        return quotation == Positions.OUTSIDE || quotation == positions.quotation(number);
    }

    /** The object of a clause is not its subject, else it would be "himself". */
    private boolean isBoundAway(int number, Pronoun pronoun, int before) {
        return pronoun.place() == Case.OBJECT
                && positions.sentence(before) == positions.sentence(number)
                && positions.isSubject(before);
    }

    /** Whether a pronoun is one of a person who speaks. */
    static boolean isSpeakers(Pronoun pronoun) {
        return pronoun.person() == Person.SPEAKER || pronoun.person() == Person.SPEAKERS;
    }
}
