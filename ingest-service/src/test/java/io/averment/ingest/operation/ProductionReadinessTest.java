package io.averment.ingest.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductionReadinessTest {
    private static final Map<String, String> SAFE = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://database/ingest",
            "quarkus.datasource.username", "ingest_service",
            "quarkus.datasource.password", "a secret",
            "kafka.bootstrap.servers", "broker:9092",
            "quarkus.oidc.auth-server-url", "https://keys.example/realms/averment");

    @Test
    void findsNothingInSafeConfiguration() {
        assertEquals(List.of(), codes(Map.of()));
    }

    @Test
    void findsDemoCredentials() {
        assertEquals(
                List.of("demo-credentials quarkus.datasource.password", "demo-credentials averment.migration.password"),
                codes(Map.of(
                        "quarkus.datasource.password", "demo-ingest_service",
                        "averment.migration.password", "demo-ingest_owner")));
    }

    @Test
    void findsPlainHttp() {
        assertEquals(
                List.of("plain-http-oidc quarkus.oidc.auth-server-url"),
                codes(Map.of("quarkus.oidc.auth-server-url", "HTTP://keys.example/realms/averment")));
    }

    @Test
    void findsWhatIsMissing() {
        assertEquals(
                List.of("missing-property kafka.bootstrap.servers"), codes(Map.of("kafka.bootstrap.servers", " ")));
    }

    @Test
    void findsParametersThatUndoTheServicesOwn() {
        String address = "jdbc:postgresql://database/ingest?sslmode=verify-full";
        assertEquals(List.of(), codes(Map.of("quarkus.datasource.jdbc.url", address)));
        assertEquals(
                List.of(
                        "database-parameters quarkus.datasource.jdbc.url",
                        "database-parameters quarkus.datasource.jdbc.url"),
                codes(Map.of("quarkus.datasource.jdbc.url", address + "&options=-c%20x&logServerErrorDetail")));
    }

    @Test
    void leavesAcceptedRisksAlone() {
        var risky = Map.of(
                "quarkus.oidc.auth-server-url", "http://keys.example/",
                "quarkus.datasource.password", "demo-ingest_service");
        assertEquals(List.of("demo-credentials quarkus.datasource.password"), codes(risky, "other", "plain-http-oidc"));
    }

    @Test
    void readsAcceptedRisksAsList() {
        var configuration = new SmallRyeConfigBuilder()
                .withMapping(ProductionConfiguration.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("averment.production.accepted-risks", "other, plain-http-oidc"), "test", 100))
                .build();
        assertEquals(
                Optional.of(Set.of("other", "plain-http-oidc")),
                configuration.getConfigMapping(ProductionConfiguration.class).acceptedRisks());
    }

    private static List<String> codes(Map<String, String> changes, String... accepted) {
        var properties = new HashMap<>(SAFE);
        properties.putAll(changes);
        return ProductionReadiness.risks(name -> Optional.ofNullable(properties.get(name)), Set.of(accepted)).stream()
                .map(risk -> risk.code() + " " + risk.property())
                .toList();
    }
}
