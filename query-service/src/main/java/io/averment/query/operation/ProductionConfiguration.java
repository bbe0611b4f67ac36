package io.averment.query.operation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What an operator takes responsibility for. */
@ConfigMapping(prefix = "averment.production")
interface ProductionConfiguration {

    /**
     * Codes of findings that do not keep the service from starting, such as {@code plain-http-oidc} where a mesh encrypts.
     * Default: none. A missing property cannot be accepted.
     */
    Optional<Set<String>> acceptedRisks();
}
