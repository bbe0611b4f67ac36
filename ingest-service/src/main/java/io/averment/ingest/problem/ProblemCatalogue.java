package io.averment.ingest.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every type of problem that this service answers with. */
@RegisterForReflection
@Schema(description = "Every type of problem that this service answers with")
record ProblemCatalogue(List<ProblemPage> items) {

    ProblemCatalogue {
        items = List.copyOf(items);
    }

    static ProblemCatalogue whole() {
        return new ProblemCatalogue(
                Arrays.stream(ProblemType.values()).map(ProblemPage::of).toList());
    }

    /** The same for people who follow the address with a browser. */
    String html() {
        return items.stream()
                .map(page -> "<li><a href=\"" + page.type() + "\">" + page.code() + "</a> (" + page.status() + "): "
                        + ProblemPage.escape(page.title()) + "</li>\n")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("", "<h1>Problems</h1>\n<ul>\n", "</ul>\n"),
                        body -> ProblemPage.document("Problems", body)));
    }
}
