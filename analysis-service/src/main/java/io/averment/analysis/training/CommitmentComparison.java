package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.List;

/** The commitments marked in a passage beside those found in it; those without visible act are never paired. */
final class CommitmentComparison {

    private final GoldPassage gold;
    private final List<FoundCommitment> found;
    private final Pairing pairing;

    CommitmentComparison(GoldPassage gold, List<FoundCommitment> found) {
        this.gold = gold;
        this.found = List.copyOf(found);
        pairing = Pairing.of(goldActs(), foundActs(), Pairing.Overlap::isHalfOfShorter);
    }

    GoldPassage gold() {
        return gold;
    }

    List<FoundCommitment> found() {
        return found;
    }

    Pairing pairing() {
        return pairing;
    }

    private List<Characters> goldActs() {
        return gold.commitments().stream()
                .map(of -> act(of.act(), of.deadline(), of.condition()))
                .toList();
    }

    private List<Characters> foundActs() {
        return found.stream()
                .map(of -> act(of.act(), of.deadline(), of.condition()))
                .toList();
    }

    /** An act without what is told to be its deadline and its condition, so that it does not matter whether it takes them in. */
    private Characters act(List<Span> act, List<Span> deadline, List<Span> condition) {
        return characters(act).without(characters(deadline)).without(characters(condition));
    }

    /** @param number of a marked commitment that is paired, as for all that follow */
    FoundCommitment foundFor(int number) {
        return found.get(pairing.foundOf(number));
    }

    boolean isActorRight(int number) {
        return isParty(gold.commitments().get(number).actor(), foundFor(number).actor());
    }

    boolean isAnnouncerRight(int number) {
        return isParty(
                gold.commitments().get(number).announcer(), foundFor(number).announcer());
    }

    private boolean isParty(List<Span> marked, FoundCommitment.Party party) {
        return PartyComparison.isRight(gold.text(), marked, party.words(), party.name());
    }

    /**
     * Whether value or latest day are the same; where none can be given, whether the words touch and no day was given; where there
     * is no deadline, whether none was found.
     */
    boolean isDeadlineRight(int number) {
        GoldCommitment marked = gold.commitments().get(number);
        FoundCommitment answer = foundFor(number);
        if (marked.deadline().isEmpty()) {
            return answer.deadline().isEmpty() && answer.reading().latest() == null;
        }
        if (marked.reading().edtf() == null) {
            return answer.reading().latest() == null && touches(marked.deadline(), answer.deadline());
        }
        return marked.reading().edtf().equals(answer.reading().edtf())
                || (marked.reading().latest() != null
                        && marked.reading().latest().equals(answer.reading().latest()));
    }

    /** Whether words share a visible character. */
    boolean touches(List<Span> words, List<Span> others) {
        return characters(words).shared(characters(others)) > 0;
    }

    private Characters characters(List<Span> words) {
        return Characters.of(gold.text(), words);
    }
}
