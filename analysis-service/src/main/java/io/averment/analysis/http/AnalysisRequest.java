package io.averment.analysis.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.TextFault;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to have analysed: a text, or a headline and a body.
 *
 * @param publishedAt an ISO date, or an RFC 3339 instant with its offset
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record AnalysisRequest(
        @Nullable String headline,
        @Nullable String body,
        @Nullable String text,
        @Nullable String publishedAt,
        @Nullable String outlet,
        @Nullable String language) {

    private static final int LONGEST_OUTLET = 200;
    private static final int LONGEST_LANGUAGE = 35;

    /**
     * The report to analyse.
     *
     * @throws ProblemException if a rule is broken
     */
    Report toReport() {
        if (text != null && (headline != null || body != null)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "Send either text, or headline and body, not both.");
        }
        if (publishedAt != null && !PublicationDate.isValid(publishedAt)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "publishedAt is neither a date like 2025-08-18 nor an instant like 2025-08-18T09:30:00+03:00.");
        }
        requireLength("outlet", outlet, LONGEST_OUTLET);
        requireLength("language", language, LONGEST_LANGUAGE);
        String whole = text == null ? Report.textOf(headline, body) : text;
        Optional<TextFault> fault = TextFault.of(whole);
        if (fault.isPresent()) {
            throw problem(fault.get());
        }
        int headlineEnd = text == null && headline != null ? headline.length() : 0;
        return new Report(whole, headlineEnd, outlet, language, publishedAt);
    }

    private static void requireLength(String name, @Nullable String value, int longest) {
        if (value != null && (value.isBlank() || value.length() > longest)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, name + " is blank or longer than " + longest + " characters.");
        }
    }

    private static ProblemException problem(TextFault fault) {
        return switch (fault) {
            case EMPTY -> new ProblemException(ProblemType.EMPTY_TEXT, "Send text, or headline or body.");
            case TOO_LONG ->
                new ProblemException(
                        ProblemType.TEXT_TOO_LONG,
                        "A text has at most " + Report.MAX_CODE_POINTS + " Unicode code points.");
            case NUL -> new ProblemException(ProblemType.INVALID_TEXT, "The text holds a NUL character.");
            case LONE_SURROGATE ->
                new ProblemException(ProblemType.INVALID_TEXT, "The text holds half of a surrogate pair.");
        };
    }
}
