package io.averment.query.operation;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * Samples traces only when someone said where they go. Without an endpoint every trace is still carried on, but no span is
 * recorded and nothing is ever connected to: the framework's own default endpoint would be tried otherwise.
 */
@ApplicationScoped
class TraceSampling {
    private static final String[] ENDPOINTS = {
        "quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint"
    };

    @Produces
    @Singleton
    Sampler sampler(Config config) {
        for (String endpoint : ENDPOINTS) {
            if (isSet(config.getConfigValue(endpoint))) {
                return Sampler.parentBased(Sampler.alwaysOn());
            }
        }
        return Sampler.alwaysOff();
    }

    /** Defaults of the framework stand below every real source. */
    private static boolean isSet(ConfigValue value) {
        return value.getValue() != null && !value.getValue().isBlank() && value.getSourceOrdinal() > Integer.MIN_VALUE;
    }
}
