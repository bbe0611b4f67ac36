package io.averment.query.change;

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
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed in the record. */
@Path(ChangeResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Changes")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class ChangeResource {
    static final String PATH = "/v1/changes";
    private static final Set<String> PARAMETERS = Set.of("from", "to", "article", "limit", "cursor", "fields");

    private final CurrentTenant tenant;
    private final ChangeReading changes;
    private final Answers answers;

    ChangeResource(CurrentTenant tenant, ChangeReading changes, Answers answers) {
        this.tenant = tenant;
        this.changes = changes;
        this.answers = answers;
    }

    /** A page of changes. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listChanges",
            summary = "Lists what changed in the record between two instants, and why",
            description =
                    "Exactly what asOf the one instant and asOf the other tell apart, change by change, in the order"
                            + " in which the record took them in. Each names the facts that were opened, closed or changed. What"
                            + " was withdrawn has left the past as well: only the withdrawal is listed.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "First instant, exclusive",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Last instant, inclusive",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(ref = "#/components/parameters/article")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = ChangeItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        ListRequest list = ListRequest.of(tenant.get(), PATH, parameters);
        Instant from = required(parameters, "from");
        Instant to = required(parameters, "to");
        if (to.isBefore(from)) {
            throw QueryParameters.invalid("The query parameter to is before from.");
        }
        ChangePage page = changes.list(list, from, to);
        return answers.page(request, list, page);
    }

    private static Instant required(QueryParameters parameters, String name) {
        return parameters
                .instant(name)
                .orElseThrow(() -> QueryParameters.invalid("The query parameter " + name + " is needed."));
    }
}
