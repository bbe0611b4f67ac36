package io.averment.query.source;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.representation.Form;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outlets of the record. */
@Path(OutletResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Sources")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public class OutletResource {
    static final String PATH = "/v1/outlets";
    private static final Set<String> PARAMETERS = Set.of("asOf", "limit", "cursor", "fields");

    private final CurrentTenant tenant;
    private final SourceReading sources;
    private final Answers answers;

    OutletResource(CurrentTenant tenant, SourceReading sources, Answers answers) {
        this.tenant = tenant;
        this.sources = sources;
        this.answers = answers;
    }

    /** A page of outlets. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listOutlets",
            summary = "Lists outlets with how much comes from each, and since when",
            description =
                    "In the order of their names. As of an instant a page may be shorter than its limit and have a"
                            + " next one all the same, where many came only later.")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SourcePage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = SourceItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    @APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.byName(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        return answers.page(request, list, sources.list(list, SourceKind.OUTLET));
    }
}
