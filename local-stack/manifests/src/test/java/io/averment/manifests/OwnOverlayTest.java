package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.manifests.overlay.Finding;
import io.averment.manifests.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overlay of one's own upon the one for production, with a user of Kafka that the project does not know. */
class OwnOverlayTest {

    private static final String USER = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaUser
            metadata:
              name: archive
              namespace: averment
              labels:
                strimzi.io/cluster: averment
            spec:
              authentication:
                type: scram-sha-512
              authorization:
                type: simple
                acls:
                  - resource:
                      type: topic
                      name: averment.analyses.live.v1
                      patternType: literal
                    operations:
                      - Describe
                      - Read
            """;

    private static List<String> found(Path manifests) throws Exception {
        return new ManifestCheck(Tools.kubectl(), manifests, Project.read(Tools.ROOT))
                .check("own").stream().map(Finding::toString).toList();
    }

    @Test
    void saysRightsOfItsUsers(@TempDir Path copy) throws Exception {
        Tools.copyManifests(copy);
        Path overlays = copy.resolve("k8s/overlays");
        Path own = Files.createDirectories(overlays.resolve("own"));
        Files.writeString(
                own.resolve("kustomization.yaml"),
                "kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [../production, archive.yaml]\n");
        Files.copy(overlays.resolve("production/secrets.txt"), own.resolve("secrets.txt"));
        Files.writeString(own.resolve("archive.yaml"), USER);

        assertEquals(
                List.of("own: KafkaUser archive: is a user of whom no rights.txt says anything"),
                found(copy.resolve("k8s")));
        Files.writeString(own.resolve("rights.txt"), "archive topic averment.analyses.live.v1\n");
        assertEquals(
                List.of(
                        "own: KafkaUser archive: has a right that it does not need: Read topic averment.analyses.live.v1"),
                found(copy.resolve("k8s")));
        Files.writeString(own.resolve("rights.txt"), "archive topic averment.analyses.live.v1 Read\n");
        assertEquals(List.of(), found(copy.resolve("k8s")));
    }
}
