/** Built overlays: their objects, what operators make of them, and what is wrong with them. */
@NullMarked
package io.averment.manifests.overlay;

import org.jspecify.annotations.NullMarked;
