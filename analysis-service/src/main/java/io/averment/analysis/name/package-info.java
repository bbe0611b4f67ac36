/** Names in the text and what kind of thing each names: a linear-chain model over hashed features. Plain Java. */
@NullMarked
package io.averment.analysis.name;

import org.jspecify.annotations.NullMarked;
