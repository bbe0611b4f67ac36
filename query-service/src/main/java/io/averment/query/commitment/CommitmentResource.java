package io.averment.query.commitment;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Absence;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.Distributions;
import io.averment.query.reading.Facets;
import io.averment.query.reading.FactId;
import io.averment.query.reading.FactList;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commitments of the record. */
@Path(CommitmentResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Commitments")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class CommitmentResource {
    static final String PATH = "/v1/commitments";
    static final Set<String> PARAMETERS = Set.of(
            "actor",
            "strength",
            "outcome",
            "due",
            "role",
            "sort",
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
            "since",
            "fields");
    private static final Set<String> NOT_OF_CALENDAR = Set.of("sort", "since", "count", "fields");
    private static final Set<String> PARAMETERS_OF_CALENDAR =
            PARAMETERS.stream().filter(name -> !NOT_OF_CALENDAR.contains(name)).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("asOf", "fields");

    private final CurrentTenant tenant;
    private final CommitmentReading commitments;
    private final Answers answers;
    private final Absence absence;

    CommitmentResource(CurrentTenant tenant, CommitmentReading commitments, Answers answers, Absence absence) {
        this.tenant = tenant;
        this.commitments = commitments;
        this.answers = answers;
        this.absence = absence;
    }

    /** A page of commitments. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listCommitments",
            summary = "Lists what was undertaken, by whom and by when",
            description =
                    "All filters must hold. Those of the articles accepted last come first, within an article in the order of its text. What is accepted while a client pages changes none of the later pages. Sorted by DUE, those with the earliest deadline come first, and those without one are left out.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description =
                    "Words of the name of who must do it, regardless of case and accents; all of them must be in it",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "strength",
            in = ParameterIn.QUERY,
            description = "How firmly it is undertaken",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"FIRM", "EXPECTED", "INTENDED", "CONDITIONAL", "UNKNOWN"}))
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            description = "What the report says became of it; ANY for those of which it says something",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"MET", "MISSED", "MOVED", "WITHDRAWN", "ANY"}))
    @Parameter(
            name = "due",
            in = ParameterIn.QUERY,
            description = "Days in EDTF among which the deadline lies, like 2026-09 or 2026-01/2026-03",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "Where the entity, or something of the country, must stand; anywhere without this",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ACTOR", "ANNOUNCER", "ACT"}))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "The order of the list; RELEVANCE: what matches the words best, of the newest 1000 matches, on"
                            + " one page",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"NEWEST", "DUE", "RELEVANCE"}))
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
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CommitmentPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = CommitmentItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        CommitmentPage page = commitments.list(list);
        return answers.page(request, list, page);
    }

    /** The due list as a calendar. */
    @GET
    @Path("calendar")
    @Blocking
    @RolesAllowed("reader")
    @Produces({CommitmentCalendar.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Operation(
            operationId = "getCommitmentCalendar",
            summary = "Gives what is due as an iCalendar feed (RFC 5545)",
            description =
                    "One all-day event on the last day of each deadline, the earliest first; filters as in the list,"
                            + " whose page it is. What has no deadline is left out.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "As in the list",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "strength",
            in = ParameterIn.QUERY,
            description = "As in the list",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            description = "As in the list",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "due",
            in = ParameterIn.QUERY,
            description = "As in the list",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "As in the list",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
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
    @APIResponse(
            responseCode = "200",
            description = "The calendar; a Link header leads to what is due after it",
            content = @Content(mediaType = CommitmentCalendar.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(@Context UriInfo uri, @Context Request request) {
        ListRequest list = ListRequest.of(
                tenant.get(),
                PATH + "/calendar",
                new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_CALENDAR));
        FactList.Page<CommitmentCalendar.Entry> page = commitments.due(list);
        return answers.page(request, list, CommitmentCalendar.of(page.items()), CommitmentCalendar.TYPE, page.next());
    }

    /** How commitments divide by their values. */
    @GET
    @Path("facets")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getCommitmentFacets",
            summary = "Tells how commitments divide by their values",
            description = "Takes the filters of the list.")
    @Parameter(
            name = Distributions.BY,
            in = ParameterIn.QUERY,
            description =
                    "What to count by, divided by commas: ACTOR, ANNOUNCER, STRENGTH, OUTCOME, OUTLET, LANGUAGE; all"
                            + " of them without this; and ENTITY, COUNTRY: what they name, of the newest 5000",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Facets.class)))
    public Response facets(@Context UriInfo uri, @Context Request request) {
        QueryParameters parameters = new QueryParameters(
                uri.getQueryParameters(), FilteredOperations.filtersOf(PARAMETERS, Distributions.BY));
        ListRequest list = ListRequest.of(tenant.get(), PATH + "/facets", parameters);
        return answers.answer(request, commitments.facets(list)).build();
    }

    /** How commitments divide by time. */
    @GET
    @Path("histogram")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getCommitmentHistogram",
            summary = "Tells how commitments divide by days, weeks or months",
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
                            enumeration = {"PUBLISHED", "ACCEPTED", "DUE"}))
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
        return answers.answer(request, commitments.histogram(list)).build();
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getCommitment", summary = "Gives one commitment")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommitmentItem.class)))
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
                .flatMap(found -> commitments.find(reader, found, parameters.asOf()))
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() -> absence.of(
                        reader, FactId.parse(id).map(FactId::article), "There is no commitment of this id."));
    }
}
