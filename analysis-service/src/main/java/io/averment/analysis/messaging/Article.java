package io.averment.analysis.messaging;

import io.averment.analysis.document.Report;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article message that keeps its contract's rules.
 *
 * @param revision 1 or more
 * @param recordMonth the month of the first acceptance, as 2026-11
 * @param headlineLength in code points, 0 when there is none
 * @param origin the earlier article that it is a copy of, where one was found
 */
record Article(
        UUID id,
        int revision,
        String tenant,
        Lane lane,
        String recordMonth,
        Instant firstAcceptedAt,
        Instant acceptedAt,
        @Nullable String address,
        @Nullable String externalId,
        int headlineLength,
        @Nullable UUID origin,
        Report report) {}
