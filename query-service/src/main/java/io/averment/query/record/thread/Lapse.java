package io.averment.query.record.thread;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a deadline passed without a report.
 *
 * @param due the last day on which it would have been kept
 * @param recordedAt when the record noticed
 */
public record Lapse(LocalDate due, Instant recordedAt) {}
