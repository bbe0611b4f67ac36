package io.averment.query.audit;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.FactList;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log, for operators of the tenant. */
@Path(AuditResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Audit")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public class AuditResource {
    static final String PATH = "/v1/audit";
    private static final Set<String> PARAMETERS =
            Set.of("subject", "client", "operation", "status", "from", "to", "limit", "cursor", "fields");

    private final CurrentTenant tenant;
    private final AuditStore store;
    private final Answers answers;

    AuditResource(CurrentTenant tenant, AuditStore store, Answers answers) {
        this.tenant = tenant;
        this.store = store;
        this.answers = answers;
    }

    /** A page of entries. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("operator")
    @Operation(
            operationId = "listAudit",
            summary = "Lists who asked what, and what came of it",
            description = "The entries written last come first; they appear a moment after their requests. Reading this"
                    + " list is recorded too. Requests without a valid token name no tenant and are not here.")
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "The subject of the token",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "client",
            in = ParameterIn.QUERY,
            description = "The client that the token was given to",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "operation",
            in = ParameterIn.QUERY,
            description = "An operation's id, as in this description",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "The HTTP status of the answer",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "599"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "First instant, inclusive",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Last instant, exclusive",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AuditPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = AuditItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        FactList.Page<AuditItem> page = store.list(list);
        return answers.page(request, list, new AuditPage(page.items(), page.next()));
    }
}
