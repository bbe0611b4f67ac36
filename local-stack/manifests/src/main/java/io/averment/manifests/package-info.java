/** Checks the manifests in k8s/ without a cluster. */
@NullMarked
package io.averment.manifests;

import org.jspecify.annotations.NullMarked;
