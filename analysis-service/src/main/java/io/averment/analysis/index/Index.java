package io.averment.analysis.index;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this service is, and where to go from here. */
@RegisterForReflection
@Schema(description = "What this service is, and where to go from here")
record Index(
        String name,
        String description,
        @Schema(description = "The version of the service") String version,
        List<Link> links) {

    Index {
        links = List.copyOf(links);
    }

    /** One place to go. */
    @RegisterForReflection
    @Schema(name = "IndexLink", description = "One place to go")
    record Link(
            @Schema(description = "A reference that the address of the index resolves")
            String href,

            @Schema(
                    description =
                            "What it is: service-desc (the description of the interface), problems, or collection")
            String rel,

            @Schema(description = "The same in a line, for people")
            String title) {}
}
