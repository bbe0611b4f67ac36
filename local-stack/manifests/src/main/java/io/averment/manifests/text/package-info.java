/** Data files. */
@NullMarked
package io.averment.manifests.text;

import org.jspecify.annotations.NullMarked;
