package io.averment.analysis.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What makes a configuration unfit for production. */
final class ProductionRules {

    private static final List<String> REQUIRED = List.of("quarkus.oidc.auth-server-url", "kafka.bootstrap.servers");
    private static final String AUTH_SERVER = "quarkus.oidc.auth-server-url";

    private ProductionRules() {}

    /**
     * A rule that the configuration breaks.
     *
     * @param code what an operator lists in {@code averment.production.accepted-risks} to live with it
     * @param property the property at fault; its value is never shown
     */
    record Finding(String code, String property, String why) {}

    /**
     * The broken rules that nobody accepted.
     *
     * @param names every property that is set
     * @param value the value of a property
     * @param accepted codes of accepted risks
     */
    static List<Finding> check(Iterable<String> names, Function<String, Optional<String>> value, Set<String> accepted) {
        List<Finding> findings = new ArrayList<>();
        for (String property : REQUIRED) {
            if (value.apply(property).filter(text -> !text.isBlank()).isEmpty()) {
                findings.add(new Finding("missing-property", property, "is not set"));
            }
        }
        if (value.apply(AUTH_SERVER).filter(ProductionRules::isPlainHttp).isPresent()) {
            findings.add(new Finding("plain-http-oidc", AUTH_SERVER, "is not https"));
        }
        for (String property : names) {
            if (isSecret(property)
                    && value.apply(property)
                            .filter(text -> text.contains("demo-"))
                            .isPresent()) {
                findings.add(new Finding("demo-credentials", property, "is a credential of the local stack"));
            }
        }
        findings.removeIf(finding -> accepted.contains(finding.code()));
        return List.copyOf(findings);
    }

    private static boolean isPlainHttp(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private static boolean isSecret(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return name.contains("password") || name.contains("secret") || name.contains("jaas") || name.contains("token");
    }
}
