package io.averment.query.thread;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When commitments lapse. */
@ConfigMapping(prefix = "averment.deadlines")
interface DeadlineConfiguration {

    /** How often deadlines are looked at, from a minute on. Default: 10 minutes. Longer makes lapses late, no more. */
    @WithDefault("PT10M")
    Duration interval();

    /**
     * Whole days that must be over after the last day of a deadline before it lapses, in which reports of it may still arrive. Default: 1.
     * A lapse stays in the record, though a later report takes its place.
     */
    @WithDefault("1")
    int grace();
}
