/** Benchmarks of the analysis (JMH). Compiled with the Maven profile {@code bench} alone, and no part of anything that ships. */
@NullMarked
package io.averment.analysis.bench;

import org.jspecify.annotations.NullMarked;
