package io.averment.analysis.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.production.ProductionRules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example/realms/averment",
            "kafka.bootstrap.servers", "kafka:9092");

    private static List<String> properties(Map<String, String> configuration, String... accepted) {
        return ProductionRules.check(
                        configuration.keySet(), name -> Optional.ofNullable(configuration.get(name)), Set.of(accepted))
                .stream()
                .map(Finding::property)
                .toList();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> configuration = new java.util.HashMap<>(SAFE);
        configuration.put(name, value);
        return configuration;
    }

    @Test
    void acceptSafeConfiguration() {
        assertEquals(List.of(), properties(SAFE));
    }

    @Test
    void nameMissingProperties() {
        assertEquals(List.of("quarkus.oidc.auth-server-url", "kafka.bootstrap.servers"), properties(Map.of()));
    }

    @Test
    void refusePlainHttp() {
        Map<String, String> plain = with("quarkus.oidc.auth-server-url", "http://id.example/realms/averment");
        assertEquals(List.of("quarkus.oidc.auth-server-url"), properties(plain));
        assertEquals(List.of(), properties(plain, "plain-http-oidc"));
    }

    @Test
    void refuseDemoCredentials() {
        Map<String, String> demo = with("quarkus.oidc.credentials.secret", "demo-averment-machine");
        assertEquals(List.of("quarkus.oidc.credentials.secret"), properties(demo));
        assertEquals(List.of("quarkus.oidc.credentials.secret"), properties(demo, "plain-http-oidc"));
    }
}
