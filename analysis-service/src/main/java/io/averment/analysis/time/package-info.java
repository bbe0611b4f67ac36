/** When: dates, times of day, durations and recurring times, found and read by rules. Plain Java. */
@NullMarked
package io.averment.analysis.time;

import org.jspecify.annotations.NullMarked;
