package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Anchor;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What is known of the time of a text so far: when it was published, and which days and stretches it has spoken of. For one thread. */
final class Timeline {

    /** For so many sentences a day of the past is still spoken of. */
    private static final int RECENT = 2;

    /** Stretches of which the text may say no more: "in May ... the next day". */
    private static final List<Size> LONGER = List.of(Size.MONTH, Size.YEAR);

    /** A stretch that others may be reckoned from. */
    record Reference(Period period, Anchor anchor) {}

    private final @Nullable LocalDate publication;

    @Nullable
    private Reference heading;

    private final @Nullable IntPredicate years;
    private final boolean ofThePast;
    private final DateOrder order;

    /** A reference with the number of the sentence that it stands in, and its place in the order of mention. */
    private record Mention(Reference reference, int sentence, int place) {}

    /** The last mention of each kind, and the last to which the story itself went. */
    private final Map<Size, Mention> mentioned = new EnumMap<>(Size.class);

    private final Map<Size, Mention> told = new EnumMap<>(Size.class);
    private int places;

    @Nullable
    private Reference last;

    @Nullable
    private Reference dated;

    /** The last date, where it lies beyond the years that a narrative tells of. */
    @Nullable
    private Mention excursion;

    @Nullable
    private Reference quarter;

    private int sentence;
    private int daySentence;

    /**
     * @param years that the text tells of, if it is a narrative; else nothing
     * @param ofThePast whether it is a narrative that nowhere comes near its publication
     * @param order of day and month in its dates in digits
     */
    Timeline(@Nullable LocalDate publication, @Nullable IntPredicate years, boolean ofThePast, DateOrder order) {
        this.publication = publication;
        this.years = years;
        this.ofThePast = ofThePast;
        this.order = order;
    }

    /** In which order dates in digits give day and month. */
    DateOrder order() {
        return order;
    }

    /** Whether it tells of the past alone, so that quotations in it are old. */
    boolean isOfThePast() {
        return ofThePast;
    }

    boolean isNarrative() {
        return years != null;
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
        Mention away = excursion;
        if (years != null && away != null && (dated == null || sentence - away.sentence() <= 1)) {
            return away.reference();
        }
        return years != null && dated != null ? dated : published();
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
        boolean local = sentence - daySentence <= (direction.isAhead() ? 0 : RECENT);
        Reference published = published();
        return day != null && (local || isNarrative() || published == null) ? day : published;
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

    /**
     * The last stretch that tells which one of a kind is meant ("that day"): one of the kind or shorter; or a longer one, a month or a year,
     * where the text has come to it since and says no more.
     */
    @Nullable
    Reference last(Size size) {
        Mention found = newest(mentioned, size);
        return orLonger(found, size);
    }

    /** The same for what goes on from it ("the next day"): not what the text only described, looked back or ahead to, sentences ago. */
    @Nullable
    Reference told(Size size) {
        Mention here = newest(mentioned, size);
        Mention found = here != null && here.sentence() == sentence ? here : newest(told, size);
        return orLonger(found == null ? here : found, size);
    }

    @Nullable
    private static Mention newest(Map<Size, Mention> mentions, Size size) {
        Mention best = null;
        for (Mention mention : mentions.values()) {
            boolean within = mention.reference().period().size().isWithin(size);
            if (within && (best == null || mention.place() > best.place())) {
                best = mention;
            }
        }
        return best;
    }

    @Nullable
    private Reference orLonger(@Nullable Mention found, Size size) {
        Mention longer = null;
        for (Size each : LONGER) {
            Mention mention = told.get(each);
            if (mention == null || each.isWithin(size)) {
                continue;
            }
            boolean since = found == null || mention.sentence() > found.sentence();
            if (since && (longer == null || mention.place() > longer.place())) {
                longer = mention;
            }
        }
        Mention best = longer == null ? found : longer;
        return best == null ? null : best.reference();
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
     * @param isAhead whether it is still to come
     * @param isAside whether the story does not go there: it describes something (the 1978 treaty) or is still to come
     */
    void note(Period period, Anchor anchor, String expression, boolean isPoint, boolean isAhead, boolean isAside) {
        boolean ofToday = anchor.origin() == TimeExpression.Origin.PUBLICATION;
        if (isNarrative() && ofToday) {
            return;
        }
        Reference reference = new Reference(period, Anchor.narrative(expression));
        if (isPoint && ofToday && !isAhead && period.size() == Size.QUARTER) {
            quarter = reference;
        }
        last = reference;
        Mention mention = new Mention(reference, sentence, places++);
        mentioned.put(period.size(), mention);
        if (!isAside) {
            told.put(period.size(), mention);
        }
        if (period.size() == Size.DAY) {
            daySentence = sentence;
        }
        if (period.size().isWithin(Size.YEAR) && !isAside) {
            IntPredicate told = years;
            boolean away = told != null && !told.test(period.year());
            dated = away ? dated : reference;
            excursion = away ? mention : null;
        }
    }
}
