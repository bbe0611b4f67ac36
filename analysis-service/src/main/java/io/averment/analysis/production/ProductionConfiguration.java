package io.averment.analysis.production;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import java.util.Set;

/** What the operator of a production deployment has decided to live with. */
@ConfigMapping(prefix = "averment.production")
interface ProductionConfiguration {

    /**
     * Codes of findings that do not stop a start-up: {@code plain-http-oidc}, {@code demo-credentials}, {@code missing-property}.
     * None by default. Each one is a hole; a token sent over plain HTTP can be read by whoever carries it.
     */
    Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> acceptedRisks();
}
