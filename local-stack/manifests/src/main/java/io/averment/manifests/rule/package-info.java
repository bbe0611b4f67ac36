/** What must hold between the objects of an overlay, and between them and the services. */
@NullMarked
package io.averment.manifests.rule;

import org.jspecify.annotations.NullMarked;
