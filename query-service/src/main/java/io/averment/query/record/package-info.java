/** What an analysed article and its facts are, and which of two versions is the later. Plain Java, no framework. */
@NullMarked
package io.averment.query.record;

import org.jspecify.annotations.NullMarked;
