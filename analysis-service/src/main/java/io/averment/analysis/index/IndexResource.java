package io.averment.analysis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The root. Its links to collections are read from the description of the interface, so that none is ever missing: a
 * collection is what can be written to under a path of the interface that names no single thing.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service")
@SecurityRequirementsSet
public class IndexResource {
    private static final String INTERFACE = "/v1/";

    private final OpenApiDocumentService description;
    private final ObjectMapper mapper;
    private final String version;

    IndexResource(
            OpenApiDocumentService description,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.description = description;
        this.mapper = mapper;
        this.version = version;
    }

    /** What this is, and where to go. */
    @GET
    @PermitAll
    @Operation(operationId = "getIndex", summary = "What this service is, and where to go from here")
    @APIResponse(
            responseCode = "200",
            description = "The index",
            content = @Content(schema = @Schema(implementation = Index.class)))
    public Response get() throws IOException {
        JsonNode document =
                mapper.readTree(description.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        JsonNode info = document.path("info");
        Index index =
                new Index(info.path("title").asText(), info.path("description").asText(), version, links(document));
        return Response.ok(index)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static List<Index.Link> links(JsonNode document) {
        List<Index.Link> links = new ArrayList<>();
        links.add(new Index.Link("/openapi", "service-desc", "The interface, described in OpenAPI"));
        links.add(new Index.Link("/problems", "problems", "What each problem means, and what to do"));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode operation = path.getValue().path("post");
            if (path.getKey().startsWith(INTERFACE) && path.getKey().indexOf('{') < 0 && operation.isObject()) {
                links.add(new Index.Link(
                        path.getKey(), "collection", operation.path("summary").asText()));
            }
        }
        return links;
    }
}
