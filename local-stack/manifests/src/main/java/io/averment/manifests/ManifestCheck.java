package io.averment.manifests;

import io.averment.manifests.kubectl.BuildFailure;
import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.overlay.Arrow;
import io.averment.manifests.overlay.BuiltOverlay;
import io.averment.manifests.overlay.Finding;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.GivenSecrets;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Right;
import io.averment.manifests.project.Project;
import io.averment.manifests.rule.Rule;
import io.averment.manifests.schema.Schemas;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds overlays and checks them: each object against the schema of its kind, and all of them together by the rules.
 *
 * @param kubectl what builds them
 * @param manifests the folder {@code k8s}, or a copy of it
 * @param project what the repository says beside it
 */
record ManifestCheck(Kubectl kubectl, Path manifests, Project project) {

    private static final String OVERLAYS = "overlays";

    /** The overlays that there are, by name. */
    static List<String> overlays(Path manifests) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(manifests.resolve(OVERLAYS))) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    names.add(folder.getFileName().toString());
                }
            }
        }
        names.sort(null);
        return names;
    }

    /** What is wrong with an overlay; nothing, if all is well. */
    List<Finding> check(String name) throws IOException, InterruptedException {
        Path folder = manifests.resolve(OVERLAYS).resolve(name);
        Findings findings = new Findings(name);
        String yaml;
        try {
            yaml = kubectl.build(folder);
        } catch (BuildFailure failure) {
            findings.add("kubectl kustomize", failure.said());
            return findings.all();
        }
        Map<String, Set<String>> secrets = GivenSecrets.parse(textOf(folder.resolve("secrets.txt")));
        List<Arrow> arrows = Arrow.parse(textOf(folder.resolve("arrows.txt")));
        List<Right> rights = Right.parse(textOf(folder.resolve("rights.txt")));
        Overlay overlay = BuiltOverlay.read(name, yaml, secrets, arrows, rights);
        Schemas schemas = new Schemas();
        overlay.resources().forEach(resource -> schemas.check(resource, findings));
        Rule.ALL.forEach(rule -> rule.check(overlay, project, findings));
        return findings.all();
    }

    /** Empty where there is none. */
    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
