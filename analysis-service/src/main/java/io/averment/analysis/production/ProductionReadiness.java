package io.averment.analysis.production;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Stops a start-up in the profile {@code prod} whose configuration is unsafe, naming the properties. */
@ApplicationScoped
class ProductionReadiness {

    private final Config config;
    private final ProductionConfiguration configuration;

    ProductionReadiness(Config config, ProductionConfiguration configuration) {
        this.config = config;
        this.configuration = configuration;
    }

    /** Before the channels, so that an unfit process has not read a message. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
            return;
        }
        List<ProductionRules.Finding> findings = ProductionRules.check(
                config.getPropertyNames(),
                this::value,
                configuration.acceptedRisks().orElse(Set.of()));
        if (!findings.isEmpty()) {
            throw new IllegalStateException("Unfit for production: "
                    + findings.stream()
                            .map(finding -> finding.property() + " " + finding.why() + " (" + finding.code() + ")")
                            .collect(Collectors.joining("; ")));
        }
    }

    private Optional<String> value(String property) {
        try {
            return config.getOptionalValue(property, String.class);
        } catch (NoSuchElementException e) {
            // An expression in it names a property that is not set; whoever needs the value will say so.
            return Optional.empty();
        }
    }
}
