package io.averment.query.record;

import org.jspecify.annotations.Nullable;

/**
 * A part of something that is done step by step.
 *
 * @param order from 1
 * @param count of how many, where the text says so
 */
public record Phase(
        int order, @Nullable Integer count, @Nullable String label) {}
