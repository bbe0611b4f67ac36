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

    /** By how much the first must outweigh the second to be meant by "he" or "she". */
    private static final double LEAST_LEAD = 1.3;

    /** And by "it" or "they", which mean what has no name more often. */
    private static final double LEAST_LEAD_OF_THINGS = 1.7;

    private static final Set<Kind> PLURAL_KINDS = Set.of(Kind.ARMED_GROUP, Kind.FORCE, Kind.PEOPLE, Kind.FAITH);

    private final Lexicon lexicon;
    private final List<Mention> mentions;
    private final NameClusters clusters;
    private final Positions positions;
    private final Clauses grammar;
    private final UnnamedNouns nouns;
    private final int[] speakers;
    private final Names names;
    private final Unresolved[] open;

    StandInResolution(
            Lexicon lexicon,
            List<Mention> mentions,
            NameClusters clusters,
            Positions positions,
            Clauses grammar,
            UnnamedNouns nouns,
            int[] speakers,
            Names names) {
        this.speakers = speakers;
        this.grammar = grammar;
        this.nouns = nouns;
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
        if (pronoun.place() == Case.REFLEXIVE) {
            reflexive(number, fits);
            return;
        }
        Salience salience = salience(number, pronoun, fits);
        List<Cluster> found = salience.ranked();
        if (found.isEmpty()) {
            found = behind(number, fits);
        } else {
            nouns.addPeopleTo(salience, number, gender);
        }
        if ((found.size() == 1 && !salience.hasUnnamed())
                || (salience.isDecided(LEAST_LEAD) && !isOwnedBlindly(number, pronoun, found.getFirst()))) {
            clusters.join(number, found.getFirst());
            if (pronoun.place() == Case.SUBJECT) {
                found.getFirst().learnGender(gender);
            }
        } else {
            leaveOpen(number, why(found), found);
        }
    }

    /**
     * Whether a possessive would be the subject of its clause although nothing tells that subject's gender and somebody else fits: in
     * "Kovač resigned. Horvat accepted her resignation" that is as likely as not.
     */
    private boolean isOwnedBlindly(int number, Pronoun pronoun, Cluster first) {
        if (pronoun.place() != Case.POSSESSIVE || first.gender() != null) {
            return false;
        }
        int last = first.lastBefore(number);
        return last >= 0 && positions.isSubject(last) && grammar.isSameClause(last, number);
    }

    /** "Himself" is the subject of its clause. */
    private void reflexive(int number, Predicate<Cluster> fits) {
        List<Cluster> found = new ArrayList<>();
        for (int i = number - 1; isLookedAt(i, number); i--) {
            Cluster cluster = clusters.of(i);
            if (cluster != null
                    && fits.test(cluster)
                    && positions.isSubject(i)
                    && (grammar.isSameClause(i, number) || !grammar.isParsed(number))
                    && !found.contains(cluster)) {
                found.add(cluster);
            }
        }
        if (found.size() == 1) {
            clusters.join(number, found.getFirst());
        } else {
            leaveOpen(number, why(found), found);
        }
    }

    /** Whether a mention is one of the sentence's nearest around a pronoun. */
    private boolean isLookedAt(int mention, int number) {
        return mention >= 0
                && mention < mentions.size()
                && Math.abs(number - mention) <= MOST_LOOKED_AT
                && positions.sentence(mention) == positions.sentence(number);
    }

    /** Everybody who fits among the last sentences. */
    private Salience salience(int number, Pronoun pronoun, Predicate<Cluster> fits) {
        Salience salience = new Salience(grammar, positions);
        for (int i = number - 1; i >= 0 && number - i <= MOST_LOOKED_AT; i--) {
            if (positions.sentence(number) - positions.sentence(i) > REACH) {
                break;
            }
            Cluster cluster = clusters.of(i);
            if (cluster != null
                    && fits.test(cluster)
                    && !positions.isModifier(i)
                    && isHeard(number, i)
                    && !isSpeakers(number, i, cluster)
                    && !isBoundAway(number, pronoun, i)) {
                salience.add(cluster, i, number, cluster.type != EntityType.PERSON || cluster.gender() != null);
            }
        }
        return salience;
    }

    /** Whom a pronoun means that comes before its name: "After he had left, Rashid ...". */
    private List<Cluster> behind(int number, Predicate<Cluster> fits) {
        for (int i = number + 1; isLookedAt(i, number); i++) {
            Cluster cluster = clusters.of(i);
            if (cluster != null
                    && mentions.get(i).form() == Form.NAME
                    && fits.test(cluster)
                    && isHeard(number, i)
                    && grammar.isFrontedBefore(number, i)) {
                return List.of(cluster);
            }
        }
        return List.of();
    }

    private void thing(int number, Pronoun pronoun) {
        if (grammar.isExpletive(number)) {
            return;
        }
        Predicate<Cluster> fits = cluster -> cluster.type == EntityType.ORGANIZATION
                || cluster.type == EntityType.PLACE
                || cluster.type == EntityType.FACILITY;
        unnamedToo(number, pronoun, fits, false);
    }

    private void several(int number, Pronoun pronoun) {
        Predicate<Cluster> fits = cluster -> cluster.type == EntityType.GROUP
                || (cluster.entry() != null
                        && PLURAL_KINDS.contains(cluster.entry().kind()));
        unnamedToo(number, pronoun, fits, true);
    }

    /**
     * "It" and "they" may stand for what no name names, so a name is believed only where it outweighs the nouns around it too. Without
     * a parse nothing is known of those, and only what owns, reflects or speaks is believed.
     */
    private void unnamedToo(int number, Pronoun pronoun, Predicate<Cluster> fits, boolean plural) {
        Salience salience = salience(number, pronoun, fits);
        List<Cluster> found = salience.ranked();
        boolean believed;
        if (found.isEmpty()) {
            believed = false;
        } else if (grammar.isParsed(number)) {
            if (!positions.isSpeaking(number)) {
                nouns.addTo(salience, number, plural);
            }
            believed = isActing(pronoun, number)
                    && salience.isDecided(LEAST_LEAD_OF_THINGS)
                    && isNear(found.getFirst(), number);
        } else {
            believed = found.size() == 1 && isLikely(number, pronoun, found.getFirst());
        }
        if (believed) {
            clusters.join(number, salience.ranked().getFirst());
        } else if (plural || !found.isEmpty()) {
            leaveOpen(number, why(found), found);
        }
    }

    /** An object is hardly ever what is spoken of most. */
    private boolean isActing(Pronoun pronoun, int number) {
        return switch (pronoun.place()) {
            case SUBJECT -> positions.isSubject(number);
            case OBJECT -> false;
            case POSSESSIVE, REFLEXIVE -> true;
        };
    }

    /**
     * Whether something is a subject of the pronoun's sentence, or of the one before where the pronoun speaks: "It added that ...", not
     * "It was late".
     */
    private boolean isNear(Cluster cluster, int number) {
        int last = cluster.lastBefore(number);
        if (last < 0) {
            return false;
        }
        if (!positions.isSubject(last)) {
            return false;
        }
        int distance = positions.sentence(number) - positions.sentence(last);
        boolean acts = cluster.type != EntityType.PLACE && cluster.type != EntityType.FACILITY;
        return distance == 0 || (distance == 1 && acts && positions.isSpeaking(number));
    }

    /** Believed without a parse: what speaks, for the last subject; what owns or is said, for the subject next to it. */
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

    private static Reason why(List<Cluster> found) {
        return switch (found.size()) {
            case 0 -> Reason.NO_ANTECEDENT;
            case 1 -> Reason.UNCERTAIN;
            default -> Reason.AMBIGUOUS;
        };
    }

    /** A pronoun within quotation marks speaks of what its speaker has named; one outside of what the reporter has. */
    private boolean isHeard(int number, int before) {
        int quotation = positions.quotation(before);
        return quotation == Positions.OUTSIDE || quotation == positions.quotation(number);
    }

    /**
     * Whether something may be whoever says the pronoun, who would say "I": within quotation marks the speaker is meant by no third
     * person, and while nobody knows who that is, nobody outside the marks is believed to be meant.
     */
    private boolean isSpeakers(int number, int before, Cluster cluster) {
        int speaker = speakers[number];
        if (speaker == SpeakerResolution.NOBODY || positions.quotation(number) == Positions.OUTSIDE) {
            return false;
        }
        Cluster said = clusters.of(speaker);
        return said == null ? positions.quotation(before) == Positions.OUTSIDE : said == cluster;
    }

    /** The object of a clause is not its subject, else it would be "himself". */
    private boolean isBoundAway(int number, Pronoun pronoun, int before) {
        if (grammar.isParsed(number) && grammar.isParsed(before)) {
            return pronoun.place() != Case.REFLEXIVE && grammar.isBoundAway(number, before);
        }
        return pronoun.place() == Case.OBJECT
                && positions.sentence(before) == positions.sentence(number)
                && positions.isSubject(before);
    }

    /** Whether a pronoun is one of a person who speaks. */
    static boolean isSpeakers(Pronoun pronoun) {
        return pronoun.person() == Person.SPEAKER || pronoun.person() == Person.SPEAKERS;
    }
}
