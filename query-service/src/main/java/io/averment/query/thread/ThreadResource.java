package io.averment.query.thread;

import io.averment.query.problem.Problem;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.Tenant;
import io.averment.query.representation.Form;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The threads of the record. */
@Path(ThreadResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Threads")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class ThreadResource {
    static final String PATH = "/v1/threads";
    static final Set<String> PARAMETERS = Set.of("kind", "state", "entity", "due", "asOf", "limit", "cursor", "fields");
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("asOf", "fields");
    private static final Pattern ID = Pattern.compile("[uc][0-9a-f]{20}");

    private final CurrentTenant tenant;
    private final ThreadReading threads;
    private final Answers answers;

    ThreadResource(CurrentTenant tenant, ThreadReading threads, Answers answers) {
        this.tenant = tenant;
        this.threads = threads;
        this.answers = answers;
    }

    /** A page of threads. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listThreads",
            summary = "Lists what runs through articles: utterances and commitments",
            description =
                    "All filters must hold. Those that began last come first. An utterance is listed once a second article has it; a commitment from its first report on.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "What runs through the articles",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"UTTERANCE", "COMMITMENT"}))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "How it stands",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"SAID", "OPEN", "MET", "MISSED", "WITHDRAWN", "CONTRADICTED", "LAPSED"}))
    @Parameter(
            name = "due",
            in = ParameterIn.QUERY,
            description = "Days in EDTF among which the deadline lies, like 2026-09 or 2026-01/2026-03",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(ref = "#/components/parameters/entity")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ThreadPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = ThreadItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        ThreadPage page = threads.list(list);
        return answers.page(request, list, page);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getThread",
            summary = "Gives one thread with its facts, its steps or wordings, and why they belong together")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThreadWithEvidence.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(
                            description = "The thread's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        Tenant reader = tenant.get();
        if (!ID.matcher(id).matches()) {
            throw nothing();
        }
        return threads.find(reader, id, parameters.asOf())
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(ThreadResource::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no thread of this id.");
    }
}
