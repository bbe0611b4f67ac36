package io.averment.analysis.time;

import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which days the words mean that were found, one after the other. For one thread; linear in the findings. */
final class Resolution {

    /** How far apart two names of the same day may stand, in UTF-16 units. */
    private static final int BESIDE = 24;

    private final PointReading points;
    private final LengthReading lengths;
    private final Timeline timeline;
    private final List<TimeExpression> expressions = new ArrayList<>();

    Resolution(TimeRules rules, Timeline timeline) {
        this.timeline = timeline;
        points = new PointReading(rules.days);
        lengths = new LengthReading(rules.vocabulary);
    }

    List<TimeExpression> resolve(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            timeline.enter(finding.sentence());
            Meaning meaning = finding.fields().reading == Reading.HIJRI ? hijri(findings, i) : read(finding);
            if (meaning != null) {
                add(finding, meaning);
            }
        }
        return expressions;
    }

    /** What a finding means; nothing where there is no such day (February 30) or it lies beyond the calendar. */
    @Nullable
    private Meaning read(Finding finding) {
        try {
            return meaning(finding.fields(), new Context(timeline, finding.direction()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A date of the Islamic calendar is the Gregorian one that stands beside it: its beginning is seen, not reckoned. */
    private Meaning hijri(List<Finding> findings, int index) {
        Finding finding = findings.get(index);
        for (int other : new int[] {index + 1, index - 1}) {
            if (other < 0 || other >= findings.size() || !isBeside(finding, findings.get(other))) {
                continue;
            }
            Finding beside = findings.get(other);
            Meaning meaning = beside.fields().reading == Reading.POINT ? read(beside) : null;
            if (meaning != null && meaning.period() != null) {
                return meaning;
            }
        }
        return Meaning.unresolved(TimeExpression.Type.DATE, "XXXX-XX-XX", Unresolved.NO_REFERENCE);
    }

    private static boolean isBeside(Finding one, Finding other) {
        int gap = Math.max(
                other.span().start() - one.span().end(),
                one.span().start() - other.span().end());
        return one.sentence() == other.sentence() && gap <= BESIDE;
    }

    private void add(Finding finding, Meaning meaning) {
        String id = "t" + (expressions.size() + 1);
        expressions.add(new TimeExpression(
                id,
                finding.span(),
                meaning.type(),
                meaning.value(),
                meaning.edtf(),
                meaning.earliest(),
                meaning.latest(),
                meaning.anchor(),
                meaning.unresolved()));
        Period period = meaning.period();
        if (period != null
                && period.size() == Period.Size.DAY
                && finding.fields().has(Fields.Trait.HEADING)) {
            timeline.noteHeading(period, id);
        }
        if (period != null) {
            timeline.note(period, meaning.anchor(), id, finding.fields().reading == Reading.POINT, isAside(finding));
        }
    }

    /** Whether the story does not go to that date: it describes something, looks back, or is still to come. */
    private static boolean isAside(Finding finding) {
        Fields fields = finding.fields();
        boolean back = fields.reading == Reading.AGO
                || fields.reading == Reading.EARLIER
                || (fields.has(Kind.SHIFT) && fields.shift().steps() < 0);
        return back || fields.has(Fields.Trait.ATTRIBUTE) || finding.direction() == Direction.FUTURE;
    }

    @Nullable
    private Meaning meaning(Fields fields, Context context) {
        return switch (fields.reading) {
            case POINT -> points.read(fields, context);
            case SHIFT -> ReckonedReading.shift(fields, context);
            case RECENT -> LengthReading.recent(fields, context);
            case FIRST -> PartReading.read(fields, context);
            case AGO -> ReckonedReading.ago(fields, context, fields.has(Cue.FROM) ? 1 : -1);
            case LATER -> ReckonedReading.fromLast(fields, context, 1);
            case EARLIER -> ReckonedReading.fromLast(fields, context, -1);
            case SAME -> ReckonedReading.same(fields, context);
            case LENGTH -> LengthReading.alone(fields, context);
            case AGE -> LengthReading.length(fields);
            case EVERY -> lengths.every(fields);
            case HIJRI -> null;
            case FIXED -> fixed(fields);
        };
    }

    /** "Now" is the day of publication; before it and behind it lies what is no day. */
    private Meaning fixed(Fields fields) {
        Phrases.Phrase phrase = fields.phrase();
        Timeline.Reference published = timeline.published();
        if (published == null) {
            return Meaning.unresolved(phrase.type(), phrase.value(), Unresolved.VAGUE);
        }
        LocalDate day = published.period().first();
        boolean before = phrase.value().startsWith("PAST");
        boolean after = phrase.value().startsWith("FUTURE");
        return new Meaning(
                phrase.type(),
                phrase.value(),
                null,
                before ? null : day,
                after ? null : day,
                published.anchor(),
                before || after ? Unresolved.VAGUE : null,
                null);
    }
}
