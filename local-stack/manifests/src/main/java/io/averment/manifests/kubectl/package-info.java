/** The kubectl that is on the PATH. */
@NullMarked
package io.averment.manifests.kubectl;

import org.jspecify.annotations.NullMarked;
