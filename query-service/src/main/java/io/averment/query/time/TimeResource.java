package io.averment.query.time;

import io.averment.query.problem.Problem;
import io.averment.query.reading.Absence;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.FactId;
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

/** The times of the record. */
@Path(TimeResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Times")
@APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@APIResponse(responseCode = "409", ref = "#/components/responses/NotSettled")
public class TimeResource {
    static final String PATH = "/v1/times";
    static final Set<String> PARAMETERS = Set.of(
            "type",
            "outlet",
            "language",
            "publishedFrom",
            "publishedTo",
            "article",
            "validAt",
            "asOf",
            "limit",
            "cursor",
            "count",
            "since",
            "fields");
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("asOf", "fields");

    private final CurrentTenant tenant;
    private final TimeReading times;
    private final Answers answers;
    private final Absence absence;

    TimeResource(CurrentTenant tenant, TimeReading times, Answers answers, Absence absence) {
        this.tenant = tenant;
        this.times = times;
        this.answers = answers;
        this.absence = absence;
    }

    /** A page of times. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "listTimes",
            summary = "Lists the times that reports name",
            description =
                    "All filters must hold. Those of the articles accepted last come first, within an article in the order of its text. What is accepted while a client pages changes none of the later pages.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "As in TIMEX3",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"DATE", "TIME", "DURATION", "SET", "UNKNOWN"}))
    @Parameter(ref = "#/components/parameters/outlet")
    @Parameter(ref = "#/components/parameters/language")
    @Parameter(ref = "#/components/parameters/publishedFrom")
    @Parameter(ref = "#/components/parameters/publishedTo")
    @Parameter(ref = "#/components/parameters/article")
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
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimePage.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = TimeItem.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response list(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        TimePage page = times.list(list);
        return answers.page(request, list, page);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getTime", summary = "Gives one time expression")
    @Parameter(ref = "#/components/parameters/asOf")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimeItem.class)))
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
                .flatMap(found -> times.find(reader, found, parameters.asOf()))
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() -> absence.of(
                        reader, FactId.parse(id).map(FactId::article), "There is no time expression of this id."));
    }
}
