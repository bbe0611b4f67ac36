package io.averment.query.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue of problems, to which the type of each problem leads. Anyone may read it. */
@Path("/problems")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, Problem.MEDIA_TYPE})
@Tag(name = "Service")
@SecurityRequirementsSet
public class ProblemResource {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    /** All of them. */
    @GET
    @PermitAll
    @Operation(operationId = "listProblems", summary = "Every problem that this service answers with")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemCatalogue.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response list(@Context Request request) {
        ProblemCatalogue all = ProblemCatalogue.whole();
        return answer(isForPeople(request) ? all.html() : all, request);
    }

    /** One of them. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getProblem", summary = "What one problem means, and what to do")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProblemPage.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(
            @Parameter(
                            description = "The code of the problem",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @RestPath
                    String code,
            @Context Request request) {
        ProblemPage page = ProblemType.ofCode(code)
                .map(ProblemPage::of)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no problem of this code."));
        return answer(isForPeople(request) ? page.html() : page, request);
    }

    private static boolean isForPeople(Request request) {
        Variant form = request.selectVariant(FORMS);
        return form != null && form.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
    }

    private static Response answer(Object page, Request request) {
        return Response.ok(page)
                .type(isForPeople(request) ? "text/html; charset=utf-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }
}
