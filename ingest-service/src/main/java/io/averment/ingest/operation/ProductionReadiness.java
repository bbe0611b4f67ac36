package io.averment.ingest.operation;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start in production with a configuration that is unsafe, and names the property. An operator who knows
 * better lists the risk's code in {@value #ACCEPTED}.
 */
@ApplicationScoped
public class ProductionReadiness {
    static final String ACCEPTED = "averment.production.accepted-risks";

    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final String DEMO = "demo-";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    /** What the service sets of its connections by itself; the driver takes a parameter of the address before it. */
    private static final Set<String> OWN_PARAMETERS = Set.of("options", "logServerErrorDetail", "socketTimeout");

    private static final List<String> REQUIRED = List.of(
            DATABASE,
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "kafka.bootstrap.servers",
            "quarkus.oidc.auth-server-url");
    private static final List<String> SECRETS =
            List.of("quarkus.datasource.password", "averment.migration.password", "quarkus.oidc.credentials.secret");

    /**
     * Something that production must not run with.
     *
     * @param code names the risk in {@value #ACCEPTED}
     */
    record Risk(String code, String property, String reason) {}

    void check(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event,
            Config config,
            ProductionConfiguration production) {
        if (!ConfigUtils.isProfileActive("prod")) {
            return;
        }
        var risks = risks(
                name -> config.getOptionalValue(name, String.class),
                production.acceptedRisks().orElse(Set.of()));
        if (!risks.isEmpty()) {
            risks.forEach(risk ->
                    LOG.errorf("Unsafe for production: %s %s (risk %s)", risk.property(), risk.reason(), risk.code()));
            throw new IllegalStateException("Refused to start: "
                    + risks.stream()
                            .map(risk -> risk.property() + " " + risk.reason())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** The risks of a configuration that nobody has accepted. */
    static List<Risk> risks(Function<String, Optional<String>> properties, Set<String> accepted) {
        return Stream.of(missing(properties), demoSecrets(properties), plainHttp(properties), ownParameters(properties))
                .flatMap(risks -> risks)
                .filter(risk -> !accepted.contains(risk.code()))
                .toList();
    }

    private static Stream<Risk> missing(Function<String, Optional<String>> properties) {
        return REQUIRED.stream()
                .filter(name ->
                        properties.apply(name).filter(value -> !value.isBlank()).isEmpty())
                .map(name -> new Risk("missing-property", name, "is not set"));
    }

    private static Stream<Risk> demoSecrets(Function<String, Optional<String>> properties) {
        return SECRETS.stream()
                .filter(name -> properties
                        .apply(name)
                        .filter(value -> value.startsWith(DEMO))
                        .isPresent())
                .map(name -> new Risk("demo-credentials", name, "is a secret of the demonstration"));
    }

    private static Stream<Risk> plainHttp(Function<String, Optional<String>> properties) {
        var name = "quarkus.oidc.auth-server-url";
        return properties
                .apply(name)
                .filter(url -> url.toLowerCase(Locale.ROOT).startsWith("http:"))
                .map(_ -> new Risk("plain-http-oidc", name, "is not https"))
                .stream();
    }

    private static Stream<Risk> ownParameters(Function<String, Optional<String>> properties) {
        return properties.apply(DATABASE).stream()
                .filter(address -> address.contains("?"))
                .flatMap(address -> Arrays.stream(
                        address.substring(address.indexOf('?') + 1).split("&")))
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(OWN_PARAMETERS::contains)
                .distinct()
                .sorted()
                .map(name -> new Risk(
                        "database-parameters", DATABASE, "has a parameter that the service sets itself: " + name));
    }
}
