package io.averment.query.reading;

import io.averment.query.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The statements of the record. */
@Path(StatementResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Statements")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "Not a reader, or no tenant",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class StatementResource {
    static final String PATH = "/v1/statements";
    private static final Set<String> PARAMETERS = Set.of(
            "speaker",
            "kind",
            "outlet",
            "words",
            Publication.FROM,
            Publication.TO,
            "article",
            QueryParameters.LIMIT,
            QueryParameters.CURSOR);

    private final CurrentTenant tenant;
    private final StatementReading statements;
    private final Answers answers;

    StatementResource(CurrentTenant tenant, StatementReading statements, Answers answers) {
        this.tenant = tenant;
        this.statements = statements;
        this.answers = answers;
    }

    /** A page of statements. */
    @GET
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listStatements",
            summary = "Lists who said what, through whom",
            description =
                    "All filters must hold. Statements of the articles accepted last come first, within an article in"
                            + " the order of its text. What is accepted while a client pages changes none of the later pages.")
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
            name = "outlet",
            in = ParameterIn.QUERY,
            description = "Name of the outlet, regardless of case",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "words",
            in = ParameterIn.QUERY,
            description = "Words of the statement, as in a web search: all of them, \"a phrase\", or, -not",
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
            name = "article",
            in = ParameterIn.QUERY,
            description = "Id of the article",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
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
                            schema = @Schema(implementation = StatementPage.class)))
    @APIResponse(responseCode = "304", description = "The client has this page already")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        StatementPage page = statements.list(list);
        Response.ResponseBuilder answer = answers.answer(request, page);
        String next = page.next();
        return (next == null ? answer : answer.header(HttpHeaders.LINK, Answers.nextLink(list, next))).build();
    }
}
