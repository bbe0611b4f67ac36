package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Method;
import java.util.Arrays;
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
        return findings(List.of(), accepted);
    }

    private List<String> findings(List<String> words, String... accepted) {
        return ProductionReadiness.findings(
                        property -> Optional.ofNullable(properties.get(property)),
                        ProductionReadiness.Purpose.of(words),
                        Set.of(accepted))
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

        assertEquals(
                List.of("kafka.bootstrap.servers is missing"
                        + " (averment.production.accepted-risks=missing-property accepts that)"),
                findings("demo-credentials", "plain-http-oidc"));
        assertEquals(List.of(), findings("missing-property"));
    }

    @Test
    void asksCommandsForNothingThatTheyDoNotUse() {
        properties.remove("kafka.bootstrap.servers");
        properties.put("quarkus.oidc.auth-server-url", "http://login.example/realms/averment");
        assertEquals(List.of(), findings(List.of("generation", "list", "demo")));
        assertEquals(List.of(), findings(List.of("rebuild")));

        properties.remove("quarkus.datasource.password");
        assertEquals(
                List.of("quarkus.datasource.password is missing"
                        + " (averment.production.accepted-risks=missing-property accepts that)"),
                findings(List.of("rebuild")));
        assertEquals(List.of(), findings(List.of("rebuild", "drop")));

        properties.put("averment.migration.password", "demo-query_owner");
        assertEquals(
                List.of("averment.migration.password is a demo password"
                        + " (averment.production.accepted-risks=demo-credentials accepts that)"),
                findings(List.of("rebuild", "drop")));
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

    @Test
    void refusesParametersThatUndoTheServicesOwn() {
        properties.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/query?sslmode=verify-full");
        assertEquals(List.of(), findings());

        properties.put(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/query?options=-c%20x&sslmode=a&currentSchema=b");
        assertEquals(
                List.of(
                        "quarkus.datasource.jdbc.url has a parameter that the service sets itself: currentSchema, options"
                                + " (averment.production.accepted-risks=database-parameters accepts that)"),
                findings());
        assertEquals(List.of(), findings("database-parameters"));
    }

    @Test
    void refusesRoleThatCouldSeeEverything() {
        List<ProductionReadiness.Finding> findings =
                ProductionReadiness.excess(new DatabaseRole.Rights(List.of(), List.of("SUPERUSER")));

        assertEquals(
                List.of("quarkus.datasource.username names a role with SUPERUSER"
                        + " (averment.production.accepted-risks=database-role accepts that)"),
                findings.stream().map(ProductionReadiness.Finding::toString).toList());
        assertEquals(List.of(), ProductionReadiness.notAccepted(findings, Set.of("database-role")));
        assertEquals(findings, ProductionReadiness.notAccepted(findings, Set.of("plain-http-oidc")));
    }

    /** The channels of the messaging start with priorities of the platform and of libraries. */
    @Test
    void checksBeforeAnythingElseStartsThatIsNoMigration() {
        List<Integer> priorities = Arrays.stream(ProductionReadiness.class.getDeclaredMethods())
                .map(Method::getParameters)
                .flatMap(Arrays::stream)
                .filter(parameter -> parameter.getType() == StartupEvent.class)
                .map(parameter -> parameter.getAnnotation(Priority.class).value())
                .toList();

        assertEquals(List.of(Interceptor.Priority.PLATFORM_BEFORE + 1), priorities);
    }
}
