/** What fields objects may have, and of which type. */
@NullMarked
package io.averment.manifests.schema;

import org.jspecify.annotations.NullMarked;
