package io.averment.query.sunset;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Adds to the answers of one operation that it will go. Thread-safe. */
class SunsetHeaders implements ContainerResponseFilter {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final String deprecation;
    private final String sunset;
    private final String successor;

    /** @throws IllegalArgumentException when the days are none, or in the wrong order */
    SunsetHeaders(String deprecated, String gone, String successor) {
        LocalDate first = day(deprecated);
        LocalDate last = day(gone);
        if (!last.isAfter(first)) {
            throw new IllegalArgumentException("an operation goes after it was deprecated, not before");
        }
        this.deprecation = "@" + first.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.sunset = HTTP_DATE.format(last.atStartOfDay(ZoneOffset.UTC));
        this.successor = successor;
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("not a day like 2026-11-01: " + written, notADay);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Deprecation", deprecation);
        headers.putSingle("Sunset", sunset);
        if (!successor.isEmpty()) {
            headers.add(HttpHeaders.LINK, '<' + successor + ">; rel=\"successor-version\"");
        }
    }
}
