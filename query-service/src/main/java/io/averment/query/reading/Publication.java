package io.averment.query.reading;

import java.time.LocalDate;
import java.util.Optional;

/** A range of publication days, both ends included, either end open. */
record Publication(Optional<LocalDate> from, Optional<LocalDate> to) {
    static final String FROM = "publishedFrom";
    static final String TO = "publishedTo";

    static Publication of(QueryParameters parameters) {
        Publication range = new Publication(parameters.date(FROM), parameters.date(TO));
        if (range.from().isPresent()
                && range.to().isPresent()
                && range.from().get().isAfter(range.to().get())) {
            throw QueryParameters.invalid("publishedFrom is later than publishedTo.");
        }
        return range;
    }
}
