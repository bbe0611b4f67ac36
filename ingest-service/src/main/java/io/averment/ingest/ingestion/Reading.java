package io.averment.ingest.ingestion;

import io.averment.ingest.article.CanonicalAddress;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Language;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.PublicationTime;
import io.averment.ingest.article.Report;
import io.averment.ingest.problem.ProblemType;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of reading a submission: a report that can be taken in, or why not. */
sealed interface Reading {

    /** A report, and the lane that it is to take. */
    record Legible(Report report, Lane lane) implements Reading {}

    /** @param detail what was wrong, in words for the sender */
    record Refused(ProblemType type, String detail) implements Reading {}

    /** Checks and cleans a submission. Blank optional values count as missing. Linear in its length. */
    static Reading of(Submission submission) {
        return unkeepable(submission)
                .or(() -> invalid(submission))
                .<Reading>map(refused -> refused)
                .orElseGet(() -> read(submission));
    }

    private static Optional<Refused> unkeepable(Submission submission) {
        return Stream.of(
                                submission.outlet(),
                                submission.address(),
                                submission.externalId(),
                                submission.headline(),
                                submission.body(),
                                submission.publishedAt(),
                                submission.language(),
                                submission.lane())
                        .filter(Objects::nonNull)
                        .anyMatch(CleanText::isUnkeepable)
                ? Optional.of(new Refused(ProblemType.INVALID_TEXT, "NUL and unpaired surrogates cannot be kept."))
                : Optional.empty();
    }

    /** The first value that is there and breaks its own rule. */
    private static Optional<Refused> invalid(Submission submission) {
        if (given(submission.outlet()).isPresent() && outlet(submission).isEmpty()) {
            return refused("outlet must have at most " + Outlet.MAX_LENGTH + " characters.");
        }
        if (given(submission.address()).isPresent() && address(submission).isEmpty()) {
            return refused("address must be an absolute http or https address without user information, of at most "
                    + CanonicalAddress.MAX_LENGTH + " characters.");
        }
        if (given(submission.externalId()).filter(Reading::isTooLong).isPresent()) {
            return refused("externalId must have at most " + Report.MAX_EXTERNAL_ID_LENGTH + " characters.");
        }
        if (given(submission.publishedAt()).isPresent()
                && publishedAt(submission).isEmpty()) {
            return refused("publishedAt must be a day such as 2025-08-18 or a moment with its offset such as"
                    + " 2025-08-18T14:05:00+03:00.");
        }
        if (given(submission.language()).isPresent() && language(submission).isEmpty()) {
            return refused("language must be a BCP 47 tag such as en.");
        }
        if (lane(submission).isEmpty()) {
            return refused("lane must be live or backfill.");
        }
        return outlet(submission).isEmpty()
                ? refused("outlet is needed, or an address to take its place.")
                : Optional.empty();
    }

    private static Reading read(Submission submission) {
        return switch (CleanText.clean(submission.headline(), submission.body())) {
            case CleanText.Cleaned.Kept(var text) -> {
                var address = address(submission).orElse(null);
                var report = new Report(
                        outlet(submission).orElseThrow(),
                        address,
                        address == null ? null : given(submission.address()).orElseThrow(),
                        given(submission.externalId()).orElse(null),
                        text,
                        publishedAt(submission).orElse(null),
                        language(submission).orElse(null));
                yield new Legible(report, lane(submission).orElseThrow());
            }
            case CleanText.Cleaned.Empty() -> new Refused(ProblemType.EMPTY_TEXT, "A headline or a body is needed.");
            case CleanText.Cleaned.TooLong() ->
                new Refused(
                        ProblemType.TEXT_TOO_LONG,
                        "Headline and body together may have " + CleanText.MAX_LENGTH + " code points.");
            case CleanText.Cleaned.Unkeepable() ->
                new Refused(ProblemType.INVALID_TEXT, "NUL and unpaired surrogates cannot be kept.");
        };
    }

    private static Optional<Outlet> outlet(Submission submission) {
        return given(submission.outlet())
                .map(Outlet::parse)
                .orElseGet(() -> address(submission).map(CanonicalAddress::host).flatMap(Outlet::parse));
    }

    private static Optional<CanonicalAddress> address(Submission submission) {
        return given(submission.address()).flatMap(CanonicalAddress::parse);
    }

    private static Optional<PublicationTime> publishedAt(Submission submission) {
        return given(submission.publishedAt()).flatMap(PublicationTime::parse);
    }

    private static Optional<Language> language(Submission submission) {
        return given(submission.language()).flatMap(Language::parse);
    }

    /** Re-analysis is this service's own lane: a report that comes in is news or archive. */
    private static Optional<Lane> lane(Submission submission) {
        return given(submission.lane())
                .map(label -> Lane.parse(label).filter(lane -> lane != Lane.REANALYSIS))
                .orElse(Optional.of(Lane.LIVE));
    }

    private static boolean isTooLong(String externalId) {
        return externalId.codePointCount(0, externalId.length()) > Report.MAX_EXTERNAL_ID_LENGTH;
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Refused> refused(String detail) {
        return Optional.of(new Refused(ProblemType.INVALID_REQUEST, detail));
    }
}
