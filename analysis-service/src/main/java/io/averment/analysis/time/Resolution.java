package io.averment.analysis.time;

import io.averment.analysis.time.TimeExpression.Type;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which days the words mean that were found, one after the other. For one thread; linear in the findings. */
final class Resolution {

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
        for (Finding finding : findings) {
            Meaning meaning = meaning(finding.fields(), new Context(timeline, finding.direction()));
            if (meaning != null) {
                add(finding, meaning);
            }
        }
        return expressions;
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
        if (period != null) {
            timeline.note(period, meaning.anchor(), id, finding.fields().reading == Reading.POINT);
        }
    }

    @Nullable
    private Meaning meaning(Fields fields, Context context) {
        return switch (fields.reading) {
            case POINT -> points.read(fields, context);
            case SHIFT -> ReckonedReading.shift(fields, context);
            case RECENT -> LengthReading.recent(fields, context);
            case FIRST -> ReckonedReading.first(fields, context);
            case AGO -> ReckonedReading.ago(fields, context, fields.has(Cue.FROM) ? 1 : -1);
            case LATER -> ReckonedReading.fromLast(fields, context, 1);
            case EARLIER -> ReckonedReading.fromLast(fields, context, -1);
            case SAME -> ReckonedReading.same(fields, context);
            case LENGTH, AGE -> LengthReading.length(fields);
            case EVERY -> lengths.every(fields);
            case HIJRI -> Meaning.unresolved(Type.DATE, "XXXX-XX-XX", Unresolved.NO_REFERENCE);
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
