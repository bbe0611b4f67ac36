package io.averment.query.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When an article's facts hold in the world, as far as the report tells. */
public final class WorldTime {
    private final Map<String, DayRange> times = new HashMap<>();
    private final Map<String, DayRange> said = new HashMap<>();
    private final DayRange published;

    public WorldTime(AnalysedArticle article) {
        article.facts().times().forEach(time -> times.put(time.id(), time.days()));
        PublicationDate publication = article.publication();
        published = publication == null ? DayRange.OPEN : DayRange.of(publication.day());
        article.facts().statements().forEach(statement -> said.put(statement.id(), of(statement)));
    }

    /** The day of publication; open when there is none. */
    public DayRange ofArticle() {
        return published;
    }

    /** When it was said: the time that the text gives, else the day of publication. */
    public DayRange of(Statement statement) {
        String saidAt = statement.saidAt();
        DayRange given = saidAt == null ? DayRange.OPEN : times.getOrDefault(saidAt, DayRange.OPEN);
        return given.isOpen() ? published : given;
    }

    /** From its announcement to its deadline; open where either is not known, or where they contradict each other. */
    public DayRange of(Commitment commitment) {
        String statement = commitment.statement();
        LocalDate announced = (statement == null ? published : said.getOrDefault(statement, published)).first();
        LocalDate latest = due(commitment).last();
        return announced != null && latest != null && latest.isBefore(announced)
                ? new DayRange(null, latest)
                : new DayRange(announced, latest);
    }

    /** The days on which it is due: to the last day on which it is kept, from the first day of its time expression. */
    public DayRange due(Commitment commitment) {
        Due due = commitment.due();
        LocalDate latest = due == null ? null : due.latest();
        return latest == null ? DayRange.OPEN : new DayRange(firstDay(commitment, latest), latest);
    }

    private LocalDate firstDay(Commitment commitment, LocalDate latest) {
        String deadline = commitment.deadline();
        @Nullable
        LocalDate first = deadline == null
                ? null
                : times.getOrDefault(deadline, DayRange.OPEN).first();
        return first == null || first.isAfter(latest) ? latest : first;
    }
}
