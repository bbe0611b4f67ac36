package io.averment.analysis.statement;

import io.averment.analysis.statement.Attribution.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins quotations that are one utterance, and lets the quotations of a sentence share its reporting words. */
final class Gathering {

    private final Attributions attributions;
    private final Words words;
    private final List<Draft> drafts = new ArrayList<>();

    Gathering(Attributions attributions, Words words) {
        this.attributions = attributions;
        this.words = words;
    }

    /** A draft for each utterance, in order. Linear in the quotations. */
    List<Draft> of(List<Place> places) {
        for (Place place : places) {
            Attribution own = own(place);
            Draft previous = drafts.isEmpty() ? null : drafts.getLast();
            if (previous != null && continues(previous, place, own)) {
                previous.places.add(place);
            } else {
                drafts.add(new Draft(place, completed(own, previous, place)));
            }
        }
        shareBackwards();
        return drafts;
    }

    private @Nullable Attribution own(Place place) {
        return attributions
                .find(place.around())
                .or(() -> attributions.behind(place.around().extendedTo(place.nextSentenceEnd())))
                .orElse(null);
    }

    /** Whether a quotation goes on with the words of the one before it. */
    private boolean continues(Draft previous, Place place, @Nullable Attribution own) {
        Attribution before = previous.attribution;
        if (before == null
                || before.position() == Position.APART
                || previous.last().paragraph() != place.paragraph()) {
            return false;
        }
        if (previous.last().lastSentence() == place.firstSentence()) {
            boolean sameCue = own == null
                    || (own.cue() != null && own.cue().equals(before.cue()) && before.position() == Position.BEHIND);
            return sameCue
                    && before.position() == Position.BEHIND
                    && words.mark(place.around().before() - 1) == ',';
        }
        return own == null
                && place.around().isAlone()
                && place.firstSentence() <= previous.last().lastSentence() + 2
                && !hasSentenceBetween(previous, place);
    }

    /** A question takes its attribution as a sentence of its own: {@code "Why?" Roe asked. "..."}. */
    private boolean hasSentenceBetween(Draft previous, Place place) {
        if (place.firstSentence() == previous.last().lastSentence() + 1) {
            return false;
        }
        Attribution attribution = previous.attribution;
        return attribution == null
                || attribution.cue() == null
                || words.firstAt(attribution.cue().start())
                        < previous.last().around().behindEnd();
    }

    /** Reporting words without a subject, and fragments without reporting words, share with their neighbour in the sentence. */
    private @Nullable Attribution completed(@Nullable Attribution own, @Nullable Draft previous, Place place) {
        boolean complete = own != null && own.source() != null;
        if (complete
                || previous == null
                || previous.attribution == null
                || !previous.hasSource()
                || previous.last().lastSentence() != place.firstSentence()) {
            return own;
        }
        Attribution shared = previous.attribution;
        return own == null
                ? new Attribution(shared.cue(), shared.source(), Position.APART)
                : new Attribution(own.cue(), shared.source(), own.position());
    }

    private void shareBackwards() {
        for (int i = drafts.size() - 2; i >= 0; i--) {
            Draft draft = drafts.get(i);
            Draft next = drafts.get(i + 1);
            Attribution shared = next.attribution;
            boolean sameSentence = draft.last().lastSentence() == next.first().firstSentence();
            if (draft.attribution == null && shared != null && shared.source() != null && sameSentence) {
                draft.attribution = new Attribution(shared.cue(), shared.source(), Position.APART);
            }
        }
    }
}
