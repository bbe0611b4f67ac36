package io.averment.query.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * When an article says that it was published: a date, or a moment with an offset (RFC 3339), kept as it was written.
 *
 * @param written as written
 * @param day the calendar day that is written there, in the writer's own offset: the day that stood on the report
 */
public record PublicationDate(String written, LocalDate day) {

    /** @throws RuleBrokenException when the text is neither a date nor a moment with an offset */
    public static PublicationDate parse(String written) {
        try {
            LocalDate day = written.indexOf('T') < 0
                    ? LocalDate.parse(written)
                    : OffsetDateTime.parse(written).toLocalDate();
            RuleBrokenException.require(
                    day.getYear() >= 1 && day.getYear() <= 9999, "publishedAt lies outside of the years 1 to 9999");
            return new PublicationDate(written, day);
        } catch (DateTimeException notADate) {
            throw new RuleBrokenException("publishedAt is neither a date nor a moment with an offset");
        }
    }
}
