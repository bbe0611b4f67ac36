package io.averment.analysis.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** When a report was published: an ISO date, or an RFC 3339 instant with its offset. */
public final class PublicationDate {

    private static final int DATE_LENGTH = "2025-08-18".length();

    private PublicationDate() {}

    /** Whether a text is such a date. */
    public static boolean isValid(String value) {
        try {
            if (value.length() == DATE_LENGTH) {
                LocalDate.parse(value);
            } else {
                OffsetDateTime.parse(value);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
