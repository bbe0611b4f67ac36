package io.averment.query.saved;

import io.averment.query.idempotency.IdempotencyKey;
import io.averment.query.problem.Problem;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.PageAddress;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.Tenant;
import io.averment.query.representation.Form;
import io.averment.query.representation.ListPage;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Queries of lists that clients saved under a name, and what they find. */
@Path(SavedQueryResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Saved queries")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public class SavedQueryResource {
    static final String PATH = "/v1/queries";
    private static final String ID = "The query's id";
    private static final Set<String> PARAMETERS = Set.of("list", "own", "limit", "cursor", "fields");
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("fields");
    private static final Set<String> PARAMETERS_OF_RESULTS =
            Set.of("limit", "cursor", "since", "asOf", "count", "fields");

    private final CurrentTenant tenant;
    private final SavedQueries queries;
    private final SavedQueryWriting writing;
    private final Answers answers;

    SavedQueryResource(CurrentTenant tenant, SavedQueries queries, SavedQueryWriting writing, Answers answers) {
        this.tenant = tenant;
        this.queries = queries;
        this.writing = writing;
        this.answers = answers;
    }

    /** A page of queries. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listSavedQueries",
            summary = "Lists the tenant's saved queries",
            description = "Those saved last come first.")
    @Parameter(
            name = "list",
            in = ParameterIn.QUERY,
            description = "Only queries of the list of this name, like statements",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "own",
            in = ParameterIn.QUERY,
            description = "Whether to list only those that the token's subject saved",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SavedQueryPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = SavedQuery.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        return answers.page(request, list, queries.list(list, writing.subject()));
    }

    /** Saves one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "saveQuery",
            summary = "Saves a query of a list under a name",
            description =
                    "The list is asked once with the parameters, so what it refuses is refused here in the same words."
                            + " Everybody who reads for the tenant sees the query.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedQueryDraft.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was saved",
            headers = {
                @Header(
                        name = "Location",
                        description = "Reference of the query",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "ETag",
                        description = "The tag by which it can be replaced",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(
            responseCode = "409",
            description = "name-taken, too-many-queries, or not-settled",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response save(
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.LONGEST))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            byte[] body,
            @Context UriInfo uri) {
        QueryParameters.requireNone(uri.getQueryParameters());
        return writing.save(tenant.get(), IdempotencyKey.parse(key), body);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getSavedQuery", summary = "Gives one saved query")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        SavedQuery found = found(tenant.get(), id);
        return answers.answer(request, parameters, found, found.tag()).build();
    }

    /** Replaces one. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "replaceSavedQuery",
            summary = "Replaces a saved query",
            description = "Its owner may, and nobody else. Its id, and so the feed of what it finds, stay.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedQueryDraft.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "409",
            description = "name-taken, or not-settled",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it was changed meanwhile",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "precondition-required: If-Match is missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response replace(
            @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
                    String id,
            @Parameter(
                            description = "The tag of the version that is replaced",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String tag,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.LONGEST))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            byte[] body,
            @Context UriInfo uri) {
        QueryParameters.requireNone(uri.getQueryParameters());
        return writing.replace(tenant.get(), id, tag, IdempotencyKey.parse(key), body);
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @Blocking
    @RolesAllowed({"reader", "operator"})
    @Operation(
            operationId = "deleteSavedQuery",
            summary = "Deletes a saved query",
            description = "Its owner may, and an operator. Facts are not touched.")
    @APIResponse(
            responseCode = "200",
            description = "As it was",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedQuery.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it was changed meanwhile",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response delete(
            @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
                    String id,
            @Parameter(
                            description = "The tag of the version that is deleted; any without this",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String tag,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.LONGEST))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            @Context UriInfo uri) {
        QueryParameters.requireNone(uri.getQueryParameters());
        return writing.delete(tenant.get(), id, tag, IdempotencyKey.parse(key));
    }

    /** What one finds. */
    @GET
    @Path("{id}/results")
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getSavedQueryResults",
            summary = "Gives what a saved query finds",
            description =
                    "A page of its list, in every form of a list. What is given here goes before what was saved; a"
                            + " parameter that the list does not take is refused.")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/since")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/count")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SavedQueryResults.class)),
                @Content(
                        mediaType = Form.NDJSON_TYPE,
                        schema = @Schema(implementation = SavedQueryResults.Result.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    @APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
    public Response results(
            @Parameter(description = ID, schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters given = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_RESULTS);
        Tenant reader = tenant.get();
        SavedQuery query = found(reader, id);
        SavedQueries.Question question = queries.question(reader, query, given);
        Map<String, String> asked =
                new TreeMap<>(question.request().parameters().all());
        asked.put("list", query.list());
        asked.remove("cursor");
        answers.asked(asked);
        ListPage page = question.list().list(question.request());
        PageAddress address = new PageAddress(query.results(), given.all(), query.name(), query.results());
        return answers.page(request, question.request(), address, page);
    }

    private SavedQuery found(Tenant reader, String id) {
        return SavedQueryWriting.id(id)
                .flatMap(known -> queries.find(reader, known))
                .orElseThrow(SavedQueries::absent);
    }
}
