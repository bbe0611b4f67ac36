package io.averment.query.operation;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Refuses to start in production with a configuration that is unsafe or incomplete, naming the property; likewise with a database
 * role that could do too much. */
@ApplicationScoped
class ProductionReadiness {
    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);
    private static final String PRODUCTION_PROFILE = "prod";
    private static final String AUTHORIZATION_SERVER = "quarkus.oidc.auth-server-url";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final List<String> REQUIRED =
            List.of(DATABASE, USERNAME, PASSWORD, "kafka.bootstrap.servers", AUTHORIZATION_SERVER);
    private static final List<String> AS_OWNER_ALONE = List.of("rebuild", "drop");
    private static final List<String> SECRETS =
            List.of(PASSWORD, "averment.migration.password", "quarkus.oidc.credentials.secret");
    private static final String DEMO_SECRET = "demo-";
    /** What the service sets of its connections by itself; the driver takes a parameter of the address before it. */
    private static final Set<String> OWN_PARAMETERS = Set.of(
            "options",
            "logServerErrorDetail",
            "currentSchema",
            "socketTimeout",
            "prepareThreshold",
            "preparedStatementCacheQueries",
            "reWriteBatchedInserts");

    /**
     * What is wrong with one property.
     *
     * @param code by which an operator can accept it
     */
    record Finding(String property, String complaint, String code) {

        @Override
        public String toString() {
            return property + " " + complaint + " (averment.production.accepted-risks=" + code + " accepts that)";
        }
    }

    /** What a process needs, by the words that it was started with. */
    enum Purpose {
        SERVICE,
        /** A command beside the service: it takes no messages, and nobody asks it anything. */
        COMMAND,
        /** One that does nothing as the service. */
        OWNERS_COMMAND;

        static Purpose of(List<String> words) {
            return words.isEmpty() ? SERVICE : words.equals(AS_OWNER_ALONE) ? OWNERS_COMMAND : COMMAND;
        }

        private List<String> required() {
            return switch (this) {
                case SERVICE -> REQUIRED;
                case COMMAND -> List.of(DATABASE, USERNAME, PASSWORD);
                case OWNERS_COMMAND -> List.of(DATABASE);
            };
        }
    }

    /** Behind a migration; before the channels, so that an unfit process has not read a message. */
    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event,
            @CommandLineArguments String[] arguments,
            Config config,
            ProductionConfiguration production,
            DatabaseRole role) {
        Purpose purpose = Purpose.of(List.of(arguments));
        if (!ConfigUtils.isProfileActive(PRODUCTION_PROFILE)) {
            if (purpose == Purpose.SERVICE) {
                excess(role, purpose).forEach(finding -> LOG.warnf("In production this would not start: %s", finding));
            }
            return;
        }
        Set<String> accepted = production.acceptedRisks().orElse(Set.of());
        List<Finding> findings =
                findings(property -> config.getOptionalValue(property, String.class), purpose, accepted);
        if (findings.isEmpty() && purpose != Purpose.OWNERS_COMMAND) {
            findings = notAccepted(excess(role, purpose), accepted);
        }
        if (!findings.isEmpty()) {
            String complaints = findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
            throw new IllegalStateException(purpose == Purpose.SERVICE ? "Not started: " + complaints : complaints);
        }
    }

    /** What the database's role may do and must not; nothing while the database is away, which must not keep this from starting. */
    private static List<Finding> excess(DatabaseRole role, Purpose purpose) {
        try {
            return excess(role.rights());
        } catch (SQLException failure) {
            // A command tells it by itself.
            if (purpose == Purpose.SERVICE) {
                LOG.warnf(
                        "The database is away; what its role may do was not looked at. state=%s",
                        failure.getSQLState());
            }
            return List.of();
        }
    }

    static List<Finding> excess(DatabaseRole.Rights rights) {
        return rights.excess().stream()
                .map(right -> new Finding("quarkus.datasource.username", "names a role with " + right, "database-role"))
                .toList();
    }

    static List<Finding> notAccepted(List<Finding> findings, Set<String> acceptedRisks) {
        return findings.stream()
                .filter(finding -> !acceptedRisks.contains(finding.code()))
                .toList();
    }

    /** Everything that is wrong with the properties and not accepted. */
    static List<Finding> findings(
            Function<String, Optional<String>> property, Purpose purpose, Set<String> acceptedRisks) {
        List<Finding> findings = new ArrayList<>();
        for (String required : purpose.required()) {
            if (property.apply(required).filter(value -> !value.isBlank()).isEmpty()) {
                findings.add(new Finding(required, "is missing", "missing-property"));
            }
        }
        for (String secret : SECRETS) {
            property.apply(secret)
                    .filter(value -> value.startsWith(DEMO_SECRET))
                    .ifPresent(demo -> findings.add(new Finding(secret, "is a demo password", "demo-credentials")));
        }
        property.apply(AUTHORIZATION_SERVER)
                .filter(url -> purpose == Purpose.SERVICE
                        && url.toLowerCase(Locale.ROOT).startsWith("http:"))
                .ifPresent(url ->
                        findings.add(new Finding(AUTHORIZATION_SERVER, "is not encrypted (https)", "plain-http-oidc")));
        property.apply(DATABASE)
                .map(ProductionReadiness::parameters)
                .filter(names -> !Collections.disjoint(names, OWN_PARAMETERS))
                .ifPresent(names -> findings.add(new Finding(
                        DATABASE,
                        "has a parameter that the service sets itself: " + own(names),
                        "database-parameters")));
        return notAccepted(findings, acceptedRisks);
    }

    private static Set<String> parameters(String address) {
        int query = address.indexOf('?');
        return query < 0
                ? Set.of()
                : Arrays.stream(address.substring(query + 1).split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .collect(Collectors.toSet());
    }

    private static String own(Set<String> names) {
        return names.stream().filter(OWN_PARAMETERS::contains).sorted().collect(Collectors.joining(", "));
    }
}
