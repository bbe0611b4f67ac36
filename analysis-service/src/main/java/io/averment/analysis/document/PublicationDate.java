package io.averment.analysis.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When a report was published: an ISO date, or an RFC 3339 instant with its offset. */
public final class PublicationDate {

    private static final int DATE_LENGTH = "2025-08-18".length();

    private PublicationDate() {}

    /** Whether a text is such a date. */
    public static boolean isValid(String value) {
        return day(value).isPresent();
    }

    /** The day of the calendar that it gives, in its own zone; empty where the text is no such date. */
    public static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(
                    value.length() == DATE_LENGTH
                            ? LocalDate.parse(value)
                            : OffsetDateTime.parse(value).toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
