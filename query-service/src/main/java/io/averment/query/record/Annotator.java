package io.averment.query.record;

import org.jspecify.annotations.Nullable;

/** One step of the pipeline that made an analysis. */
public record Annotator(
        String annotator,
        @Nullable String version,
        @Nullable String model) {}
