package io.averment.query.reading;

import io.averment.query.problem.Problem;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "Not a reader, or no tenant",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ArticleResource {
    static final String PATH = "/v1/articles";
    private static final Set<String> PARAMETERS =
            Set.of("outlet", "words", Publication.FROM, Publication.TO, QueryParameters.LIMIT, QueryParameters.CURSOR);

    private final CurrentTenant tenant;
    private final ArticleReading articles;
    private final Answers answers;

    ArticleResource(CurrentTenant tenant, ArticleReading articles, Answers answers) {
        this.tenant = tenant;
        this.articles = articles;
        this.answers = answers;
    }

    /** A page of articles. */
    @GET
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listArticles",
            summary = "Lists articles, those accepted last first",
            description = "All filters must hold. Articles accepted while a client pages come before the first page and"
                    + " change none of the later ones.")
    @Parameter(
            name = "outlet",
            in = ParameterIn.QUERY,
            description = "Name of the outlet, regardless of case",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "words",
            in = ParameterIn.QUERY,
            description = "Words of headline and text, as in a web search: all of them, \"a phrase\", or, -not",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "publishedFrom",
            in = ParameterIn.QUERY,
            description = "First day of publication, inclusive; articles without a date are left out",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "publishedTo",
            in = ParameterIn.QUERY,
            description = "Last day of publication, inclusive; articles without a date are left out",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most items of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Where the page begins: next of the page before, with the same filters",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArticlePage.class)))
    @APIResponse(responseCode = "304", description = "The client has this page already")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        ArticlePage page = articles.list(list);
        Response.ResponseBuilder answer = answers.answer(request, page);
        String next = page.next();
        return (next == null ? answer : answer.header(HttpHeaders.LINK, Answers.nextLink(list, next))).build();
    }

    /** One article. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getArticle", summary = "Gives one article with its text and the facts found in it")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArticleWithFacts.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    @APIResponse(
            responseCode = "404",
            description = "The tenant has no such article",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response get(
            @Parameter(description = "The article's id", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters.requireNone(uri.getQueryParameters());
        Tenant reader = tenant.get();
        return ArticleId.parse(id)
                .flatMap(article -> articles.find(reader, article))
                .map(article -> answers.answer(request, article).build())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no article of this id."));
    }
}
