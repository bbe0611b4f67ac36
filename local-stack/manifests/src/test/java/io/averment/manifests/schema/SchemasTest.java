package io.averment.manifests.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private static List<String> check(String yaml) throws Exception {
        Findings findings = new Findings("test");
        new Schemas().check(new Resource(new YAMLMapper().readTree(yaml)), findings);
        return findings.all().stream()
                .map(finding -> finding.where() + ": " + finding.what())
                .toList();
    }

    @Test
    void acceptsWhatKubernetesAccepts() throws Exception {
        assertEquals(List.of(), check("""
                apiVersion: v1
                kind: Service
                metadata: {name: a, labels: {b: c}}
                spec:
                  clusterIP: None
                  selector: {d: e}
                  ports: [{name: f, port: 1, targetPort: 2}, {port: 3, targetPort: g}]
                """));
        assertEquals(List.of(), check("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data: {b: ''}
                """));
    }

    @Test
    void refusesUnknownFieldsWrongTypesAndWhatIsMissing() throws Exception {
        assertEquals(
                List.of(
                        "Service a spec.ports[0].port: expected integer, found \"1\"",
                        "Service a spec.ports[0].prot: no such field in ServicePort",
                        "Service a spec.ports[1]: lacks the field port",
                        "Service a spec.selector.d: expected string, found 5",
                        "Service a spec.publishNotReadyAddresses: expected boolean, found \"yes\""),
                check("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: a}
                        spec:
                          ports: [{port: '1', prot: TCP}, {name: f}]
                          selector: {d: 5}
                          publishNotReadyAddresses: 'yes'
                        """));
    }

    @Test
    void readsAmountsWithTheirUnits() throws Exception {
        assertEquals(
                List.of(
                        "Deployment a spec.template.spec.containers[0].resources.limits.memory: expected quantity, found \"64Mb\""),
                check("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: a}
                        spec:
                          selector: {matchLabels: {b: c}}
                          template:
                            spec:
                              containers: [{name: d, image: e, resources: {requests: {cpu: 100m, memory: 1.5Gi}, limits: {memory: 64Mb}}}]
                        """));
    }

    @Test
    void knowsCustomResources() throws Exception {
        assertEquals(
                List.of(
                        "KafkaTopic a spec: lacks the field replicas",
                        "KafkaTopic a spec.partition: no such field",
                        "KafkaTopic a spec.partitions: expected integer, found \"4\""),
                check("""
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaTopic
                        metadata: {name: a}
                        spec: {partition: 4, partitions: '4', config: {retention.ms: 1, cleanup.policy: delete}}
                        """));
    }

    @Test
    void refusesTextsThatAreNone() throws Exception {
        assertEquals(
                List.of("NetworkPolicy a spec.policyTypes[1]: expected one of Ingress, Egress, found \"Egres\""),
                check("""
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: a}
                        spec: {podSelector: {}, policyTypes: [Ingress, Egres]}
                        """));
        assertEquals(
                List.of(
                        "KafkaUser b spec.authentication.type: expected one of scram-sha-512, tls, tls-external, found \"scram\""),
                check("""
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaUser
                        metadata: {name: b}
                        spec: {authentication: {type: scram}}
                        """));
    }

    @Test
    void refusesKindsWithoutSchema() throws Exception {
        assertEquals(
                List.of("CronJob a: there is no schema for batch/v1beta1 CronJob"),
                check("{apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: a}}"));
    }
}
