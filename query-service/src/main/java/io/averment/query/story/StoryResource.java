package io.averment.query.story;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stories of the record. */
@Path(StoryResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Stories")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class StoryResource {
    static final String PATH = "/v1/stories";
    private static final Set<String> PARAMETERS = Set.of(
            "entity",
            "outlet",
            "country",
            "language",
            "publishedFrom",
            "publishedTo",
            "asOf",
            "limit",
            "cursor",
            "fields");
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("asOf", "fields");
    private static final Set<String> PARAMETERS_OF_TIMELINE = Set.of("asOf", "limit", "cursor", "fields");
    private static final Pattern ID = Pattern.compile("s[0-9a-f]{20}");

    private final CurrentTenant tenant;
    private final StoryReading stories;
    private final Answers answers;

    StoryResource(CurrentTenant tenant, StoryReading stories, Answers answers) {
        this.tenant = tenant;
        this.stories = stories;
        this.answers = answers;
    }

    /** A page of stories. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listStories",
            summary = "Lists stories: reports of the same development",
            description =
                    "All filters must hold, each of some report of the story. Those whose first report was accepted"
                            + " last come first. A story is listed once it has two reports.")
    @Parameter(ref = "#/components/parameters/entity")
    @Parameter(ref = "#/components/parameters/outlet")
    @Parameter(ref = "#/components/parameters/country")
    @Parameter(ref = "#/components/parameters/language")
    @Parameter(ref = "#/components/parameters/publishedFrom")
    @Parameter(ref = "#/components/parameters/publishedTo")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StoryPage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = StoryItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        return answers.page(request, list, stories.list(list));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getStory",
            summary = "Gives one story with its reports, and why they belong together",
            description = "An article that nothing else tells of is a story of one report.")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StoryWithReports.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @Parameter(
                            description = "The story's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        Tenant reader = tenant.get();
        return stories.find(reader, checked(id), parameters.asOf())
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(StoryResource::nothing);
    }

    /** What happened in it. */
    @GET
    @Path("{id}/timeline")
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getStoryTimeline",
            summary = "Tells what happened in a story, in the order of days in the world",
            description =
                    "Its reports, what is said in them for the first time, and the steps of the commitments that they"
                            + " tell of, each with its evidence. A page has fewer entries than asked for where a deadline"
                            + " passed that was moved later; the last one has no next.")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/cursor")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimelinePage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = TimelineEntry.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response timeline(
            @Parameter(
                            description = "The story's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_TIMELINE);
        String story = checked(id);
        ListRequest list = ListRequest.byName(tenant.get(), PATH + '/' + story + "/timeline", parameters);
        return stories.timeline(list, story, parameters.asOf())
                .map(page -> answers.page(request, list, page))
                .orElseThrow(StoryResource::nothing);
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw nothing();
        }
        return id;
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no story of this id.");
    }
}
