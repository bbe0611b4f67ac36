package io.averment.analysis.time;

import io.averment.analysis.time.TimeExpression.Anchor;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which days the words mean that were found, one after the other. For one thread; linear in the findings. */
final class Resolution {

    /** How far apart two names of the same day may stand, in UTF-16 units. */
    private static final int BESIDE = 24;

    private final PointReading points;
    private final LengthReading lengths;
    private final Timeline timeline;

    /** What the findings mean, by their numbers; each is read once. */
    private final Map<Integer, Optional<Meaning>> meanings = new HashMap<>();

    Resolution(TimeRules rules, Timeline timeline) {
        this.timeline = timeline;
        points = new PointReading(rules.days);
        lengths = new LengthReading(rules.vocabulary);
    }

    List<TimeExpression> resolve(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            timeline.enter(finding.sentence());
            Meaning meaning = meaning(findings, i);
            if (meaning != null) {
                note(finding, meaning, id(i));
            }
        }
        return expressions(findings);
    }

    /** What an expression is called until it is known how many stand before it. */
    private static String id(int finding) {
        return String.valueOf(finding);
    }

    /** What a finding means; what it is reckoned from is read first. Chains of sources are as short as a sentence's verbs of saying. */
    @Nullable
    private Meaning meaning(List<Finding> findings, int index) {
        Optional<Meaning> known = meanings.get(index);
        if (known == null) {
            // What leads back to a finding that is being read finds nothing there.
            meanings.put(index, Optional.empty());
            boolean hijri = findings.get(index).fields().reading == Reading.HIJRI;
            known = Optional.ofNullable(hijri ? hijri(findings, index) : read(findings, index));
            meanings.put(index, known);
        }
        return known.orElse(null);
    }

    /** What a finding means, which may be reckoned from another one, before it or behind it. */
    @Nullable
    private Meaning read(List<Finding> findings, int index) {
        Finding finding = findings.get(index);
        int other = finding.source();
        Timeline.Reference source = null;
        if (other >= 0) {
            Meaning meaning = meaning(findings, other);
            Period period = meaning == null ? null : meaning.period();
            source = period == null ? null : new Timeline.Reference(period, Anchor.narrative(id(other)));
        }
        Meaning meaning = read(finding, source);
        boolean behind = index > 0 && finding.fields().has(Fields.Trait.BEHIND);
        return behind ? notBefore(meaning(findings, index - 1), meaning) : meaning;
    }

    /** The end of a stretch, in the first year in which it does not lie before its beginning. */
    @Nullable
    private static Meaning notBefore(@Nullable Meaning beginning, @Nullable Meaning end) {
        Period from = beginning == null ? null : beginning.period();
        Period to = end == null ? null : end.period();
        if (from == null || end == null || to == null || !to.last().isBefore(from.first())) {
            return end;
        }
        int years = from.first().getYear() - to.first().getYear();
        Period moved = Period.holding(to.size(), to.first().plusYears(years));
        return end.later(moved.last().isBefore(from.first()) ? years + 1 : years);
    }

    /** What a finding means; nothing where it lies beyond the calendar. */
    @Nullable
    private Meaning read(Finding finding, Timeline.@Nullable Reference source) {
        try {
            boolean quoted = finding.fields().has(Fields.Trait.QUOTED);
            boolean undated = source == null && finding.source() != Finding.NONE;
            return meaning(finding.fields(), new Context(timeline, finding.direction(), source, undated, quoted));
        } catch (DateTimeException e) {
            return PointReading.noSuchDay(finding.fields());
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
            Meaning meaning = beside.fields().reading == Reading.POINT ? meaning(findings, other) : null;
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

    /** The expressions that mean something, numbered by position. */
    private List<TimeExpression> expressions(List<Finding> findings) {
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            if (meaning(findings, i) != null) {
                ids.put(id(i), "t" + (ids.size() + 1));
            }
        }
        List<TimeExpression> expressions = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Meaning meaning = meaning(findings, i);
            if (meaning != null) {
                expressions.add(new TimeExpression(
                        "t" + (expressions.size() + 1),
                        findings.get(i).span(),
                        meaning.type(),
                        meaning.value(),
                        meaning.edtf(),
                        meaning.earliest(),
                        meaning.latest(),
                        anchor(meaning.anchor(), ids),
                        meaning.unresolved()));
            }
        }
        return expressions;
    }

    /** An anchor by the name of its expression; none where that means nothing. */
    private static Anchor anchor(Anchor anchor, Map<String, String> ids) {
        String expression = anchor.expression();
        String id = expression == null ? null : ids.get(expression);
        return expression == null ? anchor : id == null ? Anchor.NONE : Anchor.narrative(id);
    }

    private void note(Finding finding, Meaning meaning, String id) {
        Period period = meaning.period();
        if (period == null) {
            return;
        }
        if (period.size() == Period.Size.DAY && finding.fields().has(Fields.Trait.HEADING)) {
            timeline.noteHeading(period, id);
        }
        timeline.note(
                period,
                meaning.anchor(),
                id,
                finding.fields().reading == Reading.POINT,
                isAhead(finding),
                isAside(finding));
    }

    /** Whether it is still to come; of a quarter's results that is not said of the quarter. */
    private static boolean isAhead(Finding finding) {
        return finding.direction().isAhead() && !finding.fields().has(Fields.Trait.ATTRIBUTE);
    }

    /** Whether the story does not go to that date: it describes something, looks back, or is still to come. */
    private static boolean isAside(Finding finding) {
        Fields fields = finding.fields();
        boolean back = fields.reading == Reading.AGO
                || fields.reading == Reading.EARLIER
                || (fields.has(Kind.SHIFT) && fields.shift().steps() < 0);
        boolean described =
                fields.has(Fields.Trait.ATTRIBUTE) || fields.has(Fields.Trait.END) || fields.has(Fields.Trait.BESIDES);
        return back || described || finding.direction().isAhead();
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
            case AGE -> LengthReading.age(fields);
            case EVERY -> lengths.every(fields);
            case HIJRI -> null;
            case FIXED -> fixed(fields, context);
        };
    }

    /** "Now" is the day of publication; before it and behind it lies what is no day. */
    private static Meaning fixed(Fields fields, Context context) {
        Phrases.Phrase phrase = fields.phrase();
        Timeline.Reference published = context.isOfUnknownDay() ? null : context.today();
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
                after ? null : published.period().last(),
                published.anchor(),
                before || after ? Unresolved.VAGUE : null,
                null);
    }
}
