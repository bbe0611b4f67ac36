package io.averment.analysis.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/analyses}: the analysis of a text, which is not kept. */
@Path("/v1/analyses")
@Blocking
public class AnalysisResource {

    private final BodyReader bodies;
    private final Turns turns;
    private final Answers answers;
    private final Caller caller;

    AnalysisResource(BodyReader bodies, Turns turns, Answers answers, Caller caller) {
        this.bodies = bodies;
        this.turns = turns;
        this.answers = answers;
        this.caller = caller;
    }

    /** Analyses what a JSON body holds. */
    @POST
    @RolesAllowed({"reader", "contributor"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "analyseText", summary = "Who said what in a text; nothing is stored")
    @RequestBody(
            description =
                    "JSON; or the body as text/plain, with headline, publishedAt, outlet and language in the query",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AnalysisRequest")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "The analysis",
            content = @Content(schema = @Schema(ref = "Analysis")))
    @APIResponse(
            responseCode = "400",
            description = "invalid-json, invalid-request, invalid-text or empty-text",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "413",
            description = "text-too-long, body-too-large or analysis-too-large",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "503",
            description = "unavailable; Retry-After says when to try again",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public byte[] analyse(InputStream body, @Context HttpHeaders headers) {
        prepare(headers);
        return turns.take(() -> answers.to(bodies.json(body).toReport()));
    }

    /** Analyses a body of plain text, of which the query says the rest. */
    @POST
    @RolesAllowed({"reader", "contributor"})
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] analysePlainText(
            InputStream body,
            @Context HttpHeaders headers,
            @QueryParam("headline") @Nullable String headline,
            @QueryParam("publishedAt") @Nullable String publishedAt,
            @QueryParam("outlet") @Nullable String outlet,
            @QueryParam("language") @Nullable String language) {
        prepare(headers);
        return turns.take(() -> {
            String text = bodies.text(body);
            return answers.to(new AnalysisRequest(headline, text, null, publishedAt, outlet, language).toReport());
        });
    }

    private void prepare(HttpHeaders headers) {
        caller.requireTenant();
        // The framework looks at Accept only to choose between methods of different answers, and these two answer
        // alike.
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "An analysis is application/json.");
        }
    }
}
