package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.problem.Problem;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.security.CallerTenant;
import io.averment.ingest.security.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reports one by one. */
@Path("/v1/articles")
@Blocking
@Tag(name = "Articles")
@APIResponse(
        responseCode = "400",
        description = "invalid-request, invalid-json, invalid-text or empty-text",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "401",
        description = "unauthorized",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "forbidden or tenant-missing",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "unavailable",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ArticleResource {
    private final Intake intake;
    private final SubmissionReader reader;
    private final ArticleArchive archive;
    private final CallerTenant caller;

    ArticleResource(Intake intake, SubmissionReader reader, ArticleArchive archive, CallerTenant caller) {
        this.intake = intake;
        this.reader = reader;
        this.archive = archive;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "submitArticle",
            summary = "Take a report in",
            description = "201 for a new article or revision, 200 when the report is known. The same report may be sent"
                    + " again at any time. As text/plain the body is the report's and the rest are query parameters.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "201",
            description = "Accepted as a new article, or as a revision of one",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "413",
            description = "text-too-long or body-too-large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response submit(InputStream body, @Context HttpHeaders headers) {
        Intake.negotiate(headers, MediaType.APPLICATION_JSON_TYPE);
        var tenant = caller.require();
        return response(intake.take(tenant, reader.read(intake.read(body))));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(operationId = "submitArticleText", summary = "Take a report in, its body as plain text (UTF-8)")
    @APIResponse(
            responseCode = "201",
            description = "Accepted as a new article, or as a revision of one",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response submitText(
            InputStream body,
            @Context HttpHeaders headers,
            @RestQuery @Nullable String outlet,
            @RestQuery @Nullable String address,
            @RestQuery @Nullable String externalId,
            @RestQuery @Nullable String headline,
            @RestQuery @Nullable String publishedAt,
            @RestQuery @Nullable String language,
            @RestQuery @Nullable String lane) {
        Intake.negotiate(headers, MediaType.APPLICATION_JSON_TYPE);
        var tenant = caller.require();
        var fields = new Submission(outlet, address, externalId, headline, null, publishedAt, language, lane);
        return response(intake.take(tenant, reader.read(fields, intake.read(body))));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.READER, Roles.CONTRIBUTOR})
    @Operation(operationId = "getArticle", summary = "An article as taken in, with its latest text")
    @APIResponse(
            responseCode = "200",
            description = "The article; its ETag changes with each revision",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the given ETag")
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(@Parameter(description = "The article's id") @RestPath String id, @Context Request request) {
        var tenant = caller.require();
        var article = ArticleId.parse(id)
                .flatMap(parsed -> archive.find(tenant, parsed))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such article."));
        var tag = new EntityTag(article.id() + "-" + article.revision());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(article) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Response response(Ingested ingested) {
        var receipt = Receipt.of(ingested);
        var response = Response.status(receipt.outcome().status()).entity(receipt);
        return switch (ingested) {
            case Ingested.Accepted _, Ingested.Revised _ ->
                response.location(URI.create("/v1/articles/" + ingested.id())).build();
            case Ingested.Known _, Ingested.Withdrawn _ -> response.build();
        };
    }
}
