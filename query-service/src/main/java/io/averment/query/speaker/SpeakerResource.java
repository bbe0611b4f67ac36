package io.averment.query.speaker;

import io.averment.query.problem.Problem;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The records of speakers. */
@Path(SpeakerResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Entities")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public class SpeakerResource {
    static final String PATH = "/v1/entities/{id}/record";
    private static final Set<String> PARAMETERS = Set.of("asOf", "fields");

    private final CurrentTenant tenant;
    private final SpeakerReading speakers;
    private final Answers answers;

    SpeakerResource(CurrentTenant tenant, SpeakerReading speakers, Answers answers) {
        this.tenant = tenant;
        this.speakers = speakers;
        this.answers = answers;
    }

    /** What one entity said and undertook. */
    @GET
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getSpeakerRecord", summary = "Gives what an entity said and undertook")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SpeakerRecord.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
    public Response get(
            @Parameter(
                            description = "The entity's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        return speakers.find(tenant.get(), id, parameters.asOf())
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no entity of this id."));
    }
}
