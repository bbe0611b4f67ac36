package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.project.Project;

/** The realm that an operator imports is that of the local stack, without the client of its demo users. */
final class Realm implements Rule {

    private static final String DEMO_CLIENT = "averment-cli";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        JsonNode expected = withoutDemoClient(project.realm());
        overlay.of("KeycloakRealmImport").forEach(imported -> {
            JsonNode realm = imported.spec().path("realm");
            expected.properties().forEach(property -> {
                if (!property.getValue().equals(realm.path(property.getKey()))) {
                    findings.add(imported, "differs from the realm of local-stack in: " + property.getKey());
                }
            });
            realm.fieldNames().forEachRemaining(field -> {
                if (!expected.has(field)) {
                    findings.add(imported, "has what the realm of local-stack has not: " + field);
                }
            });
        });
    }

    private static JsonNode withoutDemoClient(JsonNode realm) {
        ObjectNode copy = realm.deepCopy();
        ArrayNode clients = copy.putArray("clients");
        realm.path("clients")
                .valueStream()
                .filter(client -> !client.path("clientId").asText().equals(DEMO_CLIENT))
                .forEach(clients::add);
        return copy;
    }
}
