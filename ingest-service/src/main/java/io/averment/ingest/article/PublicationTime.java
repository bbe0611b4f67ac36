package io.averment.ingest.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a report was published, as exactly as its outlet says and no more exactly: a day, or a moment with the offset of
 * the outlet's clock. The offset is kept, for it says which day it was there.
 *
 * @param value {@code 2025-08-18}, or RFC 3339 such as {@code 2025-08-18T14:05:00+03:00}
 */
public record PublicationTime(String value) {
    /** The year before 1 is 1 before Christ, and no reader of the record takes it. */
    private static final String NO_YEAR = "0000";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    /** Reads a day or a moment of the years 0001 to 9999; nothing for any other text. Equal moments are written alike. */
    public static Optional<PublicationTime> parse(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        if (written.startsWith(NO_YEAR)) {
            return Optional.empty();
        }
        try {
            if (DAY.matcher(written).matches()) {
                return Optional.of(new PublicationTime(LocalDate.parse(written).toString()));
            }
            if (MOMENT.matcher(written).matches()) {
                var moment = OffsetDateTime.parse(written);
                return Optional.of(new PublicationTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
