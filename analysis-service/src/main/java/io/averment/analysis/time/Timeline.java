package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Anchor;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the time of a text so far: when it was published, and which days and stretches it has spoken of. For one thread. */
final class Timeline {

    /** For so many sentences a day of the past is still spoken of. */
    private static final int RECENT = 2;

    /** A stretch that others may be reckoned from. */
    record Reference(Period period, Anchor anchor) {}

    private final @Nullable LocalDate publication;

    @Nullable
    private Reference heading;

    private final boolean narrative;
    private final Map<Size, Reference> bySize = new EnumMap<>(Size.class);

    @Nullable
    private Reference last;

    @Nullable
    private Reference dated;

    @Nullable
    private Reference quarter;

    private int sentence;
    private int daySentence;

    /** @param narrative whether the text tells of times far from its publication */
    Timeline(@Nullable LocalDate publication, boolean narrative) {
        this.publication = publication;
        this.narrative = narrative;
    }

    boolean isNarrative() {
        return narrative;
    }

    /** The day of publication, else that of the dateline. */
    @Nullable
    Reference published() {
        return publication == null ? heading : new Reference(Period.day(publication), Anchor.PUBLICATION);
    }

    /** Takes a day of the dateline for the day of publication, where that is not given. */
    void noteHeading(Period day, String expression) {
        if (heading == null) {
            heading = new Reference(day, Anchor.narrative(expression));
        }
    }

    /** What deictic words are reckoned from: the narrative's date where the text is one or has no other, else the publication. */
    @Nullable
    Reference base() {
        return narrative && dated != null ? dated : published();
    }

    /** What a year that the words leave out is taken from: {@link #base}, but the last date where publication is unknown. */
    @Nullable
    Reference yearBase() {
        Reference base = base();
        return base == null ? dated : base;
    }

    /** The day of a time of day that stands without one: the last day, if what was is told there or just before; else today. */
    @Nullable
    Reference clockBase(Direction direction) {
        Reference day = last(Size.DAY);
        boolean local = sentence - daySentence <= (direction == Direction.FUTURE ? 0 : RECENT);
        Reference published = published();
        return day != null && (local || narrative || published == null) ? day : published;
    }

    /** Says which sentence is being read. */
    void enter(int number) {
        sentence = number;
    }

    /** What the text spoke of last. */
    @Nullable
    Reference last() {
        return last;
    }

    /** The last stretch of a kind or shorter that tells which one of the kind is meant. */
    @Nullable
    Reference last(Size size) {
        Reference found = last;
        return found != null && found.period().size().isWithin(size) ? found : bySize.get(size);
    }

    /** The quarter that figures are given for: the last that the text named by its number. */
    @Nullable
    Reference quarter() {
        return quarter;
    }

    /**
     * Takes note of a stretch that an expression of the text means.
     *
     * @param isPoint whether the words name it rather than reckon it
     * @param isAside whether the story does not go there: it describes something (the 1978 treaty) or is still to come
     */
    void note(Period period, Anchor anchor, String expression, boolean isPoint, boolean isAside) {
        boolean ofToday = anchor.origin() == TimeExpression.Origin.PUBLICATION;
        if (narrative && ofToday) {
            return;
        }
        Reference reference = new Reference(period, Anchor.narrative(expression));
        if (isPoint && ofToday && period.size() == Size.QUARTER) {
            quarter = reference;
        }
        last = reference;
        bySize.put(period.size(), reference);
        if (period.size() == Size.DAY) {
            daySentence = sentence;
        }
        if (period.size().isWithin(Size.YEAR) && !isAside) {
            dated = reference;
        }
    }
}
