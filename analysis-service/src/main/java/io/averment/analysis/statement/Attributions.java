package io.averment.analysis.statement;

import io.averment.analysis.statement.Attribution.Position;
import io.averment.analysis.statement.Lexicon.Frame;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reporting words of a quotation in its sentence. The rules, in their order: directly behind it, directly before it,
 * "according to" on either side, at the end of the sentence, anywhere before it, and a name with a colon. Every rule looks at a
 * bounded number of tokens.
 */
final class Attributions {

    /** How far from the quotation its reporting words are looked for, in tokens. */
    private static final int REACH = 40;

    private final Words words;
    private final Subjects subjects;

    Attributions(Words words) {
        this.words = words;
        this.subjects = new Subjects(words);
    }

    /** A cue verb and who its subject is, if anyone. */
    private record Reported(int from, int to, @Nullable Phrase source) {}

    Optional<Attribution> find(Surroundings place) {
        Optional<Attribution> found = behind(place);
        if (found.isEmpty()) {
            found = directlyBefore(place);
        }
        if (found.isEmpty()) {
            found = accordingTo(place);
        }
        if (found.isEmpty()) {
            found = atSentenceEnd(place);
        }
        if (found.isEmpty()) {
            found = anywhereBefore(place);
        }
        return found.isEmpty() ? colon(place) : found;
    }

    /** {@code "...," X said} and {@code "...," said X}. */
    Optional<Attribution> behind(Surroundings place) {
        if (!place.invitesAttribution()) {
            return Optional.empty();
        }
        int from = words.mark(place.after()) == ',' ? place.after() + 1 : place.after();
        int to = Math.min(place.behindEnd(), from + REACH);
        if (speaks(from)) {
            return Optional.of(attribution(from, from + 1, subjects.behind(from, to), Position.BEHIND));
        }
        for (int i = from + 1; i < to; i++) {
            if (speaks(i)) {
                Phrase source = subjects.before(i, from);
                boolean adjacent = source != null && source.from() == from;
                return adjacent ? Optional.of(attribution(i, i + 1, source, Position.BEHIND)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean speaks(int i) {
        Frame frame = words.cue(i);
        return frame != null && frame != Frame.JUDGEMENT;
    }

    /** {@code X said "..."}, {@code X told Y: "..."}, {@code X said that "..."}. */
    private Optional<Attribution> directlyBefore(Surroundings place) {
        Reported reported = lastCueBefore(place);
        if (reported == null || place.before() - reported.to() > 8 || !leadsOver(reported.to(), place.before())) {
            return Optional.empty();
        }
        return Optional.of(attribution(reported.from(), reported.to(), reported.source(), Position.BEFORE));
    }

    /** Whether what stands between cue and quotation is no more than "that", a mark, or the one addressed. */
    private boolean leadsOver(int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if ((words.mark(i) != ' ' && words.mark(i) != ',') || words.is(i, WordClass.CONJUNCTION)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Reported lastCueBefore(Surroundings place) {
        int lowest = Math.max(place.beforeStart(), place.before() - REACH);
        for (int i = place.before() - 1; i >= lowest; i--) {
            if (words.cue(i) != null) {
                Phrase source = subjects.before(i, place.beforeStart());
                if (source == null && i > place.beforeStart() && words.is(i - 1, WordClass.BE)) {
                    continue;
                }
                return new Reported(i, i + 1, source);
            }
        }
        return null;
    }

    /** {@code According to X, "..."} and {@code "...," according to X}. */
    private Optional<Attribution> accordingTo(Surroundings place) {
        int behind = Math.min(place.behindEnd(), place.after() + REACH);
        for (int i = place.after(); i < behind; i++) {
            if (isAccordingTo(i)) {
                return Optional.of(attribution(i, i + 2, subjects.named(i + 2, behind), Position.APART));
            }
        }
        int lowest = Math.max(place.beforeStart(), place.before() - REACH);
        for (int i = place.before() - 2; i >= lowest; i--) {
            if (isAccordingTo(i)) {
                return Optional.of(attribution(i, i + 2, subjects.named(i + 2, place.before()), Position.APART));
            }
        }
        return Optional.empty();
    }

    private boolean isAccordingTo(int i) {
        return "according".equals(words.lower(i)) && "to".equals(words.lower(i + 1));
    }

    /** {@code ... "..." ..., X said.} */
    private Optional<Attribution> atSentenceEnd(Surroundings place) {
        int to = Math.min(place.behindEnd(), place.after() + 2 * REACH);
        for (int comma = place.after(); comma < to; comma++) {
            if (words.mark(comma) != ',') {
                continue;
            }
            for (int i = comma + 2; i < Math.min(to, comma + NounPhrases.LONGEST) && words.mark(i - 1) != ','; i++) {
                if (speaks(i) && closesClause(i + 1)) {
                    Phrase source = subjects.before(i, comma + 1);
                    if (source != null && source.from() == comma + 1) {
                        return Optional.of(attribution(i, i + 1, source, Position.APART));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nothing that was said can follow: the sentence ends, or a day or place comes. */
    private boolean closesClause(int i) {
        return !words.isWord(i) || words.is(i, WordClass.PREPOSITION) || words.is(i, WordClass.CALENDAR);
    }

    private Optional<Attribution> anywhereBefore(Surroundings place) {
        Reported reported = lastCueBefore(place);
        return reported == null
                ? Optional.empty()
                : Optional.of(attribution(reported.from(), reported.to(), reported.source(), Position.APART));
    }

    /** {@code X: "..."}. */
    private Optional<Attribution> colon(Surroundings place) {
        int colon = place.before() - 1;
        if (colon <= place.beforeStart() || words.mark(colon) != ':') {
            return Optional.empty();
        }
        Phrase source = subjects.exactly(place.beforeStart(), colon);
        return source == null ? Optional.empty() : Optional.of(new Attribution(null, source, Position.BEFORE));
    }

    private Attribution attribution(int from, int to, @Nullable Phrase source, Position position) {
        return new Attribution(words.span(from, to), source, position);
    }
}
