package io.averment.query.statement;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Absence;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.Distributions;
import io.averment.query.reading.Facets;
import io.averment.query.reading.FactId;
import io.averment.query.reading.FilteredOperations;
import io.averment.query.reading.Histogram;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statements of the record. */
@Path(StatementResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Statements")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class StatementResource {
    static final String PATH = "/v1/statements";
    static final Set<String> PARAMETERS = Set.of(
            "speaker",
            "kind",
            "act",
            "agency",
            "role",
            "entity",
            "country",
            "outlet",
            "language",
            "words",
            "publishedFrom",
            "publishedTo",
            "article",
            "story",
            "origin",
            "validAt",
            "asOf",
            "limit",
            "cursor",
            "count",
            "highlights",
            "sort",
            "since",
            "fields");
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("asOf", "fields");

    private final CurrentTenant tenant;
    private final StatementReading statements;
    private final Answers answers;
    private final Absence absence;

    StatementResource(CurrentTenant tenant, StatementReading statements, Answers answers, Absence absence) {
        this.tenant = tenant;
        this.statements = statements;
        this.answers = answers;
        this.absence = absence;
    }

    /** A page of statements. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listStatements",
            summary = "Lists who said what, through whom",
            description =
                    "All filters must hold. Those of the articles accepted last come first, within an article in the order of its text. What is accepted while a client pages changes none of the later pages.")
    @Parameter(
            name = "speaker",
            in = ParameterIn.QUERY,
            description = "Words of the speaker's name, regardless of case and accents; all of them must be in it",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Whether the words are quoted, reported, or both",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"DIRECT", "INDIRECT", "MIXED", "UNKNOWN"}))
    @Parameter(
            name = "act",
            in = ParameterIn.QUERY,
            description = "What is done in saying it, like ASSERTS or DENIES",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "agency",
            in = ParameterIn.QUERY,
            description = "Name of the agency through which it came, regardless of case",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "Where the entity, or something of the country, must stand; anywhere without this",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"SPEAKER", "CONTENT"}))
    @Parameter(ref = "#/components/parameters/entity")
    @Parameter(ref = "#/components/parameters/country")
    @Parameter(ref = "#/components/parameters/outlet")
    @Parameter(ref = "#/components/parameters/language")
    @Parameter(ref = "#/components/parameters/words")
    @Parameter(ref = "#/components/parameters/publishedFrom")
    @Parameter(ref = "#/components/parameters/publishedTo")
    @Parameter(ref = "#/components/parameters/article")
    @Parameter(ref = "#/components/parameters/story")
    @Parameter(ref = "#/components/parameters/origin")
    @Parameter(ref = "#/components/parameters/validAt")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/since")
    @Parameter(ref = "#/components/parameters/count")
    @Parameter(ref = "#/components/parameters/highlights")
    @Parameter(ref = "#/components/parameters/sort")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = StatementItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        StatementPage page = statements.list(list);
        return answers.page(request, list, page);
    }

    /** How statements divide by their values. */
    @GET
    @Path("facets")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getStatementFacets",
            summary = "Tells how statements divide by their values",
            description = "Takes the filters of the list.")
    @Parameter(
            name = Distributions.BY,
            in = ParameterIn.QUERY,
            description =
                    "What to count by, divided by commas: SPEAKER, ACT, KIND, AGENCY, OUTLET, LANGUAGE; all of them"
                            + " without this; and ENTITY, COUNTRY: what they name, of the newest 5000",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Facets.class)))
    public Response facets(@Context UriInfo uri, @Context Request request) {
        QueryParameters parameters = new QueryParameters(
                uri.getQueryParameters(), FilteredOperations.filtersOf(PARAMETERS, Distributions.BY));
        ListRequest list = ListRequest.of(tenant.get(), PATH + "/facets", parameters);
        return answers.answer(request, statements.facets(list)).build();
    }

    /** How statements divide by time. */
    @GET
    @Path("histogram")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getStatementHistogram",
            summary = "Tells how statements divide by days, weeks or months",
            description = "Takes the filters of the list.")
    @Parameter(
            name = Distributions.UNIT,
            in = ParameterIn.QUERY,
            description = "What to count by: DAY without this; weeks begin on Monday",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"DAY", "WEEK", "MONTH"}))
    @Parameter(
            name = Distributions.OF,
            in = ParameterIn.QUERY,
            description = "Which day is meant: that of publication without this",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"PUBLISHED", "ACCEPTED"}))
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Histogram.class)))
    public Response histogram(@Context UriInfo uri, @Context Request request) {
        QueryParameters parameters = new QueryParameters(
                uri.getQueryParameters(),
                FilteredOperations.filtersOf(PARAMETERS, Distributions.UNIT, Distributions.OF));
        ListRequest list = ListRequest.of(tenant.get(), PATH + "/histogram", parameters);
        return answers.answer(request, statements.histogram(list)).build();
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getStatement", summary = "Gives one statement")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementItem.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Withdrawn")
    public Response get(
            @Parameter(
                            description = "The article's id, a colon, and the fact's id in it",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        Tenant reader = tenant.get();
        return FactId.parse(id)
                .flatMap(found -> statements.find(reader, found, parameters.asOf()))
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() ->
                        absence.of(reader, FactId.parse(id).map(FactId::article), "There is no statement of this id."));
    }
}
