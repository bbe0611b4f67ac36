package io.averment.query.article;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Absence;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.Distributions;
import io.averment.query.reading.Facets;
import io.averment.query.reading.FilteredOperations;
import io.averment.query.reading.Histogram;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
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

/** The articles of the record. */
@Path(ArticleResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Articles")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class ArticleResource {
    static final String PATH = "/v1/articles";
    static final Set<String> PARAMETERS = Set.of(
            "entity",
            "country",
            "outlet",
            "language",
            "words",
            "publishedFrom",
            "publishedTo",
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
    private final ArticleReading articles;
    private final Answers answers;
    private final Absence absence;

    ArticleResource(CurrentTenant tenant, ArticleReading articles, Answers answers, Absence absence) {
        this.tenant = tenant;
        this.articles = articles;
        this.answers = answers;
        this.absence = absence;
    }

    /** A page of articles. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listArticles",
            summary = "Lists articles, those accepted last first",
            description =
                    "All filters must hold. Articles accepted while a client pages come before the first page and change none of the later ones.")
    @Parameter(ref = "#/components/parameters/entity")
    @Parameter(ref = "#/components/parameters/country")
    @Parameter(ref = "#/components/parameters/outlet")
    @Parameter(ref = "#/components/parameters/language")
    @Parameter(ref = "#/components/parameters/words")
    @Parameter(ref = "#/components/parameters/publishedFrom")
    @Parameter(ref = "#/components/parameters/publishedTo")
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
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ArticlePage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = ArticleItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        ArticlePage page = articles.list(list);
        return answers.page(request, list, page);
    }

    /** How articles divide by their values. */
    @GET
    @Path("facets")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getArticleFacets",
            summary = "Tells how articles divide by their values",
            description = "Takes the filters of the list.")
    @Parameter(
            name = Distributions.BY,
            in = ParameterIn.QUERY,
            description = "What to count by, divided by commas: OUTLET, LANGUAGE; all of them without this; and ENTITY,"
                    + " COUNTRY: what they name, of the newest 5000",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Facets.class)))
    public Response facets(@Context UriInfo uri, @Context Request request) {
        QueryParameters parameters = new QueryParameters(
                uri.getQueryParameters(), FilteredOperations.filtersOf(PARAMETERS, Distributions.BY));
        ListRequest list = ListRequest.of(tenant.get(), PATH + "/facets", parameters);
        return answers.answer(request, articles.facets(list)).build();
    }

    /** How articles divide by time. */
    @GET
    @Path("histogram")
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "getArticleHistogram",
            summary = "Tells how articles divide by days, weeks or months",
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
        return answers.answer(request, articles.histogram(list)).build();
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getArticle", summary = "Gives one article with its text and the facts found in it")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArticleWithFacts.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Withdrawn")
    public Response get(
            @Parameter(
                            description = "The article's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        Tenant reader = tenant.get();
        return ArticleId.parse(id)
                .flatMap(found -> articles.find(reader, found, parameters.asOf()))
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() -> absence.of(reader, ArticleId.parse(id), "There is no article of this id."));
    }
}
