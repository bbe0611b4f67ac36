package io.averment.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.text.TextFile;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of objects that k8s/ may have, each with its schema. Immutable. */
public final class Schemas {

    private static final Map<String, Class<?>> KUBERNETES = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 Secret", Secret.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("batch/v1 CronJob", CronJob.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("gateway.networking.k8s.io/v1 Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("scheduling.k8s.io/v1 PriorityClass", PriorityClass.class));

    private static final Map<String, Class<?>> REFERENCED = Map.of(
            "LabelSelector", LabelSelector.class,
            "NetworkPolicyPeer", NetworkPolicyPeer.class,
            "ObjectMeta", ObjectMeta.class,
            "ResourceRequirements", ResourceRequirements.class,
            "TopologySpreadConstraint", TopologySpreadConstraint.class);

    private static final String CUSTOM = "custom-resources.yaml";

    private final Map<String, Schema> byKind = new HashMap<>();

    /** Reads the schemas of custom resources. */
    public Schemas() {
        KUBERNETES.forEach((kind, model) -> byKind.put(kind, new ModelSchema(model)));
        try (MappingIterator<ObjectNode> documents =
                new YAMLMapper().readerFor(ObjectNode.class).readValues(TextFile.read(Schemas.class, CUSTOM))) {
            while (documents.hasNext()) {
                ObjectNode document = documents.next();
                String kind = document.path("apiVersion").asText() + " "
                        + document.path("kind").asText();
                document.put("apiVersion", "string").put("kind", "string").put("metadata", "ObjectMeta");
                byKind.put(kind, new CustomSchema(document, REFERENCED));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(CUSTOM, broken);
        }
    }

    /** Checks one object against the schema of its kind; a kind without one is refused. */
    public void check(Resource resource, Findings findings) {
        JsonNode content = resource.content();
        @Nullable Schema schema = byKind.get(resource.apiVersion() + " " + resource.kind());
        if (schema == null) {
            findings.add(resource, "there is no schema for " + resource.apiVersion() + " " + resource.kind());
            return;
        }
        schema.check(content, "", (path, what) -> findings.add(resource + " " + path, what));
    }
}
