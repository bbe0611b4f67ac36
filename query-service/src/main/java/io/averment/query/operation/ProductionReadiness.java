package io.averment.query.operation;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in production with a configuration that is unsafe or incomplete, naming the property. */
@ApplicationScoped
class ProductionReadiness {
    private static final String PRODUCTION_PROFILE = "prod";
    private static final String AUTHORIZATION_SERVER = "quarkus.oidc.auth-server-url";
    private static final List<String> REQUIRED = List.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "kafka.bootstrap.servers",
            AUTHORIZATION_SERVER);
    private static final List<String> SECRETS =
            List.of("quarkus.datasource.password", "averment.migration.password", "quarkus.oidc.credentials.secret");
    private static final String DEMO_SECRET = "demo-";

    /**
     * What is wrong with one property.
     *
     * @param code by which an operator can accept it; empty when nobody can
     */
    record Finding(String property, String complaint, Optional<String> code) {

        @Override
        public String toString() {
            return property + " " + complaint
                    + code.map(risk -> " (averment.production.accepted-risks=" + risk + " accepts that)")
                            .orElse("");
        }
    }

    /** Before the channels, so that an unfit process has not read a message. */
    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            Config config,
            ProductionConfiguration production) {
        if (!ConfigUtils.isProfileActive(PRODUCTION_PROFILE)) {
            return;
        }
        List<Finding> findings = findings(
                property -> config.getOptionalValue(property, String.class),
                production.acceptedRisks().orElse(Set.of()));
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    findings.stream().map(Finding::toString).collect(Collectors.joining("; ", "Not started: ", "")));
        }
    }

    /** Everything that is wrong and not accepted. */
    static List<Finding> findings(Function<String, Optional<String>> property, Set<String> acceptedRisks) {
        List<Finding> findings = new ArrayList<>();
        for (String required : REQUIRED) {
            if (property.apply(required).filter(value -> !value.isBlank()).isEmpty()) {
                findings.add(new Finding(required, "is missing", Optional.empty()));
            }
        }
        for (String secret : SECRETS) {
            property.apply(secret)
                    .filter(value -> value.startsWith(DEMO_SECRET))
                    .ifPresent(demo ->
                            findings.add(new Finding(secret, "is a demo password", Optional.of("demo-credentials"))));
        }
        property.apply(AUTHORIZATION_SERVER)
                .filter(url -> url.toLowerCase(Locale.ROOT).startsWith("http:"))
                .ifPresent(url -> findings.add(
                        new Finding(AUTHORIZATION_SERVER, "is not encrypted (https)", Optional.of("plain-http-oidc"))));
        findings.removeIf(finding -> finding.code().map(acceptedRisks::contains).orElse(false));
        return List.copyOf(findings);
    }
}
