package io.averment.query.reading;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How facts divide by their values. */
@RegisterForReflection
@Schema(
        name = "Facets",
        description =
                "How the facts that match divide by their values. The newest 50000 are counted; when there are more, all"
                        + " figures are estimates: what was counted, raised to the estimated number of all")
public record Facets(
        @Schema(description = "How many match; all other figures are as exact as this one")
        Count count,

        List<Facet> facets) {

    public Facets {
        facets = List.copyOf(facets);
    }

    /** The division by one thing. */
    @RegisterForReflection
    @Schema(name = "Facet", description = "The division by one thing")
    public record Facet(
            String by,

            @Schema(description = "The most frequent values, at most 50, the most frequent first")
            List<Value> values,

            @Schema(
                    description =
                            "How many have other values; of ENTITY and COUNTRY, of which one may have several, how"
                                    + " often there are others")
            long others,

            @Schema(description = "How many have no value") long missing) {

        public Facet {
            values = List.copyOf(values);
        }
    }

    /** How often a value occurs. */
    @RegisterForReflection
    @Schema(name = "FacetValue", description = "How often a value occurs")
    public record Value(
            @Schema(
                    description =
                            "As the filter of the list takes it; names of outlets and agencies without regard to case")
            String value,

            long count) {}
}
