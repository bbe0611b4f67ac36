package io.averment.ingest.ingestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.CanonicalAddress;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.Report;
import io.averment.ingest.idempotency.Answer;
import io.averment.ingest.idempotency.IdempotencyKey;
import io.averment.ingest.idempotency.IdempotentRequests;
import io.averment.ingest.idempotency.RequestFingerprint;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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
    private static final int LONGEST_DATE = 40;
    private static final int LONGEST_TAG = 100;

    private final Intake intake;
    private final SubmissionReader reader;
    private final ArticleArchive archive;
    private final CallerTenant caller;
    private final IdempotentRequests requests;
    private final ObjectWriter receipts;

    ArticleResource(
            Intake intake,
            SubmissionReader reader,
            ArticleArchive archive,
            CallerTenant caller,
            IdempotentRequests requests,
            ObjectMapper json) {
        this.intake = intake;
        this.reader = reader;
        this.archive = archive;
        this.caller = caller;
        this.requests = requests;
        this.receipts = json.writerFor(Receipt.class);
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
    @APIResponse(
            responseCode = "409",
            description =
                    "idempotency-key-in-use: the same request is under way; Retry-After says when to send it again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response submit(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.MAX_LENGTH + 2))
                    @RestHeader(IdempotencyKey.HEADER)
                    @Nullable
                    String idempotencyKey) {
        Intake.negotiate(headers, MediaType.APPLICATION_JSON_TYPE);
        var tenant = caller.require();
        var key = IdempotencyKey.parse(idempotencyKey);
        var bytes = intake.read(body);
        var fingerprint = RequestFingerprint.of("submitArticle", bytes);
        return response(requests.once(tenant, key, fingerprint, () -> answer(intake.take(tenant, reader.read(bytes)))));
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
    @APIResponse(
            responseCode = "409",
            description =
                    "idempotency-key-in-use: the same request is under way; Retry-After says when to send it again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "text-too-long or body-too-large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response submitText(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.MAX_LENGTH + 2))
                    @RestHeader(IdempotencyKey.HEADER)
                    @Nullable
                    String idempotencyKey,
            @Parameter(
                            description = "Who published it; needed unless there is an address",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Outlet.MAX_LENGTH))
                    @RestQuery
                    @Nullable
                    String outlet,
            @Parameter(
                            description = "Where it stands, an absolute http or https address",
                            schema = @Schema(type = SchemaType.STRING, maxLength = CanonicalAddress.MAX_LENGTH))
                    @RestQuery
                    @Nullable
                    String address,
            @Parameter(
                            description = "The sender's own id of the article",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Report.MAX_EXTERNAL_ID_LENGTH))
                    @RestQuery
                    @Nullable
                    String externalId,
            @Parameter(
                            description = "The headline; together with the body at most 262,144 code points",
                            schema = @Schema(type = SchemaType.STRING, maxLength = CleanText.MAX_LENGTH))
                    @RestQuery
                    @Nullable
                    String headline,
            @Parameter(
                            description = "A day such as 2025-08-18, or a moment with its offset",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_DATE))
                    @RestQuery
                    @Nullable
                    String publishedAt,
            @Parameter(
                            description = "A BCP 47 tag such as en",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_TAG))
                    @RestQuery
                    @Nullable
                    String language,
            @Parameter(
                            description = "live for news, which is the default, or backfill for an archive",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"live", "backfill"}))
                    @RestQuery
                    @Nullable
                    String lane) {
        Intake.negotiate(headers, MediaType.APPLICATION_JSON_TYPE);
        var tenant = caller.require();
        var key = IdempotencyKey.parse(idempotencyKey);
        var fields = new Submission(outlet, address, externalId, headline, null, publishedAt, language, lane);
        var bytes = intake.read(body);
        var fingerprint = RequestFingerprint.of("submitArticleText " + fields, bytes);
        return response(requests.once(
                tenant, key, fingerprint, () -> answer(intake.take(tenant, reader.read(fields, bytes)))));
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
    public Response get(
            @Parameter(description = "The article's id", schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @RestPath
                    String id,
            @Context Request request) {
        var tenant = caller.require();
        var article = ArticleId.parse(id)
                .flatMap(parsed -> archive.find(tenant, parsed))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such article."));
        // Weak, for it is the same whether the answer is compressed or not.
        var tag = new EntityTag(article.id() + "-" + article.revision(), true);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(article) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    private Answer answer(Ingested ingested) {
        var receipt = Receipt.of(ingested);
        var location = switch (ingested) {
            case Ingested.Accepted _, Ingested.Revised _ -> Optional.of("/v1/articles/" + ingested.id());
            case Ingested.Known _, Ingested.Withdrawn _ -> Optional.<String>empty();
        };
        try {
            return Answer.of(receipt.outcome().status(), location, receipts.writeValueAsBytes(receipt));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt of strings and numbers can be written", e);
        }
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
        answer.location().map(URI::create).ifPresent(response::location);
        return (answer.isRepeated() ? response.header(Answer.REPEATED_HEADER, "true") : response).build();
    }
}
