/**
 * What {@code ./averment k8s try} runs inside a cluster, as pods: a client of the services that keeps count, a look at the broker, and attempts
 * at connections.
 */
@NullMarked
package io.averment.stack.cluster;

import org.jspecify.annotations.NullMarked;
