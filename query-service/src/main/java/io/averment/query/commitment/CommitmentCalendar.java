package io.averment.query.commitment;

import io.averment.query.record.Party;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deadlines as an iCalendar stream (RFC 5545): one all-day event each, on the last day on which the commitment is kept. */
final class CommitmentCalendar {
    static final String MEDIA_TYPE = "text/calendar";
    static final String TYPE = MEDIA_TYPE + ";charset=utf-8";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    private CommitmentCalendar() {}

    /**
     * A commitment with its day.
     *
     * @param accepted when its article was accepted
     */
    record Entry(CommitmentItem commitment, LocalDate due, Instant accepted) {}

    /** The stream, in UTF-8. */
    static byte[] of(List<Entry> entries) {
        CommitmentCalendar calendar = new CommitmentCalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Averment//query 1//EN");
        entries.forEach(calendar::event);
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(Entry entry) {
        CommitmentItem commitment = entry.commitment();
        Party undertaker = commitment.undertaker();
        String name = undertaker == null ? null : undertaker.name();
        String act = (commitment.negated() ? "not to " : "") + commitment.act().text();
        line("BEGIN", "VEVENT");
        line("UID", escaped(commitment.id() + "@averment"));
        line("DTSTAMP", INSTANT.format(entry.accepted()));
        line("DTSTART;VALUE=DATE", DAY.format(entry.due()));
        line("DTEND;VALUE=DATE", DAY.format(entry.due().plusDays(1)));
        line("SUMMARY", escaped(name == null ? act : name + ": " + act));
        line("DESCRIPTION", escaped(commitment.sentence() + "\n" + commitment.outlet()));
        line("CATEGORIES", escaped(commitment.strength()));
        address(commitment.address());
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    /** An address is no text: nothing in it is escaped, so one that could end the line is left out. */
    private void address(@Nullable String address) {
        if (address != null && address.chars().noneMatch(c -> c <= ' ' || c == '\u007f')) {
            line("URL", address);
        }
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** A line of at most 75 octets; a longer one goes on in lines that begin with a blank, and no character is cut. */
    private void line(String name, String value) {
        int octets = 0;
        for (int c : (name + ':' + value).codePoints().toArray()) {
            int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.appendCodePoint(c);
            octets += width;
        }
        text.append(END);
    }
}
