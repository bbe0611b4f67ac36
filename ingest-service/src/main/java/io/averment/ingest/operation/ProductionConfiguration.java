package io.averment.ingest.operation;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import java.util.Set;

/** What an operator takes responsibility for. */
@ConfigMapping(prefix = "averment.production")
interface ProductionConfiguration {

    /**
     * Codes of risks that do not keep the service from starting, such as {@code plain-http-oidc} where a mesh encrypts.
     * Default: none.
     */
    Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> acceptedRisks();
}
