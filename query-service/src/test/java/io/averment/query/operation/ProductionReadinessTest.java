package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductionReadinessTest {
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/query",
            "quarkus.datasource.username", "query_service",
            "quarkus.datasource.password", "Xq81",
            "kafka.bootstrap.servers", "kafka:9092",
            "quarkus.oidc.auth-server-url", "https://login.example/realms/averment"));

    private List<String> findings(String... accepted) {
        return ProductionReadiness.findings(property -> Optional.ofNullable(properties.get(property)), Set.of(accepted))
                .stream()
                .map(ProductionReadiness.Finding::toString)
                .toList();
    }

    @Test
    void findsNothingInSafeConfiguration() {
        assertEquals(List.of(), findings());
    }

    @Test
    void namesWhatIsMissing() {
        properties.remove("kafka.bootstrap.servers");

        assertEquals(List.of("kafka.bootstrap.servers is missing"), findings("demo-credentials", "plain-http-oidc"));
    }

    @Test
    void refusesDemoPasswords() {
        properties.put("quarkus.datasource.password", "demo-query_service");

        assertEquals(
                List.of("quarkus.datasource.password is a demo password"
                        + " (averment.production.accepted-risks=demo-credentials accepts that)"),
                findings());
    }

    @Test
    void refusesPlainHttpUnlessAccepted() {
        properties.put("quarkus.oidc.auth-server-url", "HTTP://login.example/realms/averment");

        assertEquals(
                List.of("quarkus.oidc.auth-server-url is not encrypted (https)"
                        + " (averment.production.accepted-risks=plain-http-oidc accepts that)"),
                findings());
        assertEquals(List.of(), findings("plain-http-oidc"));
    }
}
