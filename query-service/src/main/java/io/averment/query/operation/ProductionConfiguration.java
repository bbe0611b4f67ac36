package io.averment.query.operation;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import java.util.Set;

/** What an operator takes responsibility for. */
@ConfigMapping(prefix = "averment.production")
interface ProductionConfiguration {

    /**
     * Codes of findings that do not keep the service from starting: {@code plain-http-oidc} where a mesh encrypts,
     * {@code missing-property} where a value comes another way, {@code demo-credentials}, {@code database-role},
     * {@code database-parameters}. Default: none. Each one is a hole.
     */
    Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> acceptedRisks();
}
