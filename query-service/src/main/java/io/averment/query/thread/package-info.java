/** Threads over articles: lists, single ones with their steps and evidence, and what watches deadlines. */
@NullMarked
package io.averment.query.thread;

import org.jspecify.annotations.NullMarked;
