package io.averment.manifests.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of a service. */
final class Sources {

    private Sources() {}

    /** Their texts. */
    static List<String> of(Path root, String service) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve(service + "-service/src/main/java"))) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }
}
