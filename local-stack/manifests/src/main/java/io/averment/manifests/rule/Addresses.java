package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An address within the cluster, which is a host without a dot and a port, is that of a Service that is there. */
final class Addresses implements Rule {

    /**
     * A host and a port.
     *
     * @param service the host: one without a dot is a Service
     */
    record Address(String service, int port) {}

    private static final Pattern ADDRESS = Pattern.compile("(?:^|//|,)([a-z][a-z0-9-]*):([0-9]{2,5})(?=[/,?]|$)");

    private static final Pattern OUTSIDE =
            Pattern.compile("(?:^|//|,)((?:[a-z0-9-]+\\.)+[a-z][a-z0-9-]*):([0-9]{2,5})(?=[/,?]|$)");
    private static final Pattern WEB = Pattern.compile("^(https?)://((?:[a-z0-9-]+\\.)+[a-z][a-z0-9-]*)(?=/|$)");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        for (Resource map : overlay.of("ConfigMap").toList()) {
            Resource.strings(map.content().path("data")).values().stream()
                    .filter(value -> value.indexOf('\n') < 0)
                    .forEach(value -> check(map, value, overlay, findings));
        }
        for (Resource scaled : overlay.of("ScaledObject").toList()) {
            for (Map<String, String> metadata : triggers(scaled)) {
                check(scaled, metadata.getOrDefault("bootstrapServers", ""), overlay, findings);
            }
        }
        overlay.of("Keycloak").forEach(keycloak -> {
            var database = keycloak.spec().path("db");
            String address =
                    database.path("host").asText() + ":" + database.path("port").asText();
            check(keycloak, address, overlay, findings);
        });
    }

    private static List<Map<String, String>> triggers(Resource scaled) {
        return scaled.spec()
                .path("triggers")
                .valueStream()
                .map(trigger -> Resource.strings(trigger.path("metadata")))
                .toList();
    }

    /** The addresses within the cluster that a text names. */
    static Stream<Address> in(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> new Address(found.group(1), Integer.parseInt(found.group(2))));
    }

    /** The addresses of hosts with dots that a text names, which are not in the cluster. */
    static Stream<Address> outside(String text) {
        return Stream.concat(
                OUTSIDE.matcher(text)
                        .results()
                        .map(found -> new Address(found.group(1), Integer.parseInt(found.group(2)))),
                WEB.matcher(text)
                        .results()
                        .map(found -> new Address(found.group(2), found.group(1).equals("https") ? HTTPS : HTTP)));
    }

    private static void check(Resource where, String value, Overlay overlay, Findings findings) {
        in(value).forEach(address -> {
            @Nullable List<Pod.Port> ports = overlay.services().get(address.service());
            if (ports == null) {
                findings.add(where, "names a Service that is not there: " + address.service() + ":" + address.port());
            } else if (ports.stream().noneMatch(own -> own.number() == address.port())) {
                findings.add(where, "names a port that Service " + address.service() + " has not: " + address.port());
            }
        });
    }
}
