/** What the repository says beside its manifests: settings of the services, topics, the realm, meters, the runbook. */
@NullMarked
package io.averment.manifests.project;

import org.jspecify.annotations.NullMarked;
