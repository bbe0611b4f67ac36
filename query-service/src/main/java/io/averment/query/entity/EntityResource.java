package io.averment.query.entity;

import io.averment.query.problem.Problem;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.reading.CurrentTenant;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.EntityPortrait;
import io.averment.query.record.EntityPortrait.Verdict;
import io.averment.query.record.Tenant;
import io.averment.query.representation.Form;
import io.averment.query.storage.EntityVerdicts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The things that articles name, over all of them. */
@Path(EntityResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Entities")
@APIResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
public class EntityResource {
    static final String PATH = "/v1/entities";
    private static final Set<String> PARAMETERS_OF_ONE = Set.of("fields");
    static final Set<String> PARAMETERS = Set.of("name", "type", "limit", "fields");

    private final CurrentTenant tenant;
    private final EntityReading entities;
    private final EntityVerdicts verdicts;
    private final JsonWebToken token;
    private final Answers answers;

    EntityResource(
            CurrentTenant tenant,
            EntityReading entities,
            EntityVerdicts verdicts,
            JsonWebToken token,
            Answers answers) {
        this.verdicts = verdicts;
        this.token = token;
        this.tenant = tenant;
        this.entities = entities;
        this.answers = answers;
    }

    /** What matches, for search as one types. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Form.NDJSON_TYPE, Form.CSV_TYPE, Form.ATOM_TYPE, Problem.MEDIA_TYPE})
    @Blocking
    @RolesAllowed("reader")
    @Operation(
            operationId = "searchEntities",
            summary = "Finds people, organisations and places by how a name begins",
            description = "Of the names that begin like this, in alphabetical order, 200 are looked at; those that most"
                    + " articles name come first.")
    @Parameter(
            name = "name",
            in = ParameterIn.QUERY,
            description = "How a name begins, regardless of case, accents and punctuation",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "PERSON, ORGANIZATION, PLACE, FACILITY, GROUP or OTHER",
            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
    @Parameter(ref = "#/components/parameters/limit")
    @Parameter(ref = "#/components/parameters/fields")
    @APIResponse(
            responseCode = "200",
            description = "The matches",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = EntityMatches.class)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(implementation = KnownEntity.class)),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Form.ATOM_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    @APIResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    public Response search(@Context UriInfo uri, @Context Request request) {
        ListRequest list =
                ListRequest.of(tenant.get(), PATH, new QueryParameters(uri.getQueryParameters(), PARAMETERS));
        return answers.page(request, list, entities.list(list));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Blocking
    @RolesAllowed("reader")
    @Operation(operationId = "getEntity", summary = "Gives one entity with its names and how often it is named")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KnownEntity.class)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @Parameter(ref = "#/components/parameters/fields")
    public Response get(
            @Parameter(
                            description = "The entity's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters(), PARAMETERS_OF_ONE);
        return entities.find(tenant.get(), id)
                .map(found -> answers.answer(request, parameters, found).build())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no entity of this id."));
    }

    /** A curator's decision. */
    @PUT
    @Path("{id}/links/{other}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed("curator")
    @Operation(
            operationId = "decideEntities",
            summary = "Decides whether two entities are the same",
            description =
                    "The decision goes before what the reports say, is an act in the log, and can be taken back. The same"
                            + " decision again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The first entity with its links",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KnownEntity.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "409",
            description = "types-differ",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response decide(
            @Parameter(
                            description = "The entity's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The other's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = QueryParameters.LONGEST_VALUE))
                    @PathParam("other")
                    String other,
            @Context UriInfo uri,
            @Context Request request,
            @Nullable EntityDecision decision) {
        QueryParameters.requireNone(uri.getQueryParameters());
        Tenant curators = tenant.get();
        Verdict verdict = verdict(decision);
        answers.asked(Map.of("verdict", verdict.name()));
        if (id.equals(other)) {
            throw QueryParameters.invalid("An entity is compared with another one.");
        }
        String type = typeOf(curators, id);
        String othersType = typeOf(curators, other);
        if (verdict == Verdict.SAME && !EntityPortrait.canBeOne(type, othersType)) {
            throw new ProblemException(
                    ProblemType.TYPES_DIFFER, "The first is of the type " + type + ", the other " + othersType + ".");
        }
        verdicts.decide(curators, EntityVerdicts.Act.of(id, other, verdict, String.valueOf(token.getSubject())));
        return answers.answer(request, entities.find(curators, id).orElseThrow())
                .build();
    }

    private String typeOf(Tenant curators, String key) {
        return entities.find(curators, key)
                .map(KnownEntity::type)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no entity of this id."));
    }

    private static Verdict verdict(@Nullable EntityDecision decision) {
        String written = decision == null ? null : decision.verdict();
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(written)) {
                return verdict;
            }
        }
        throw QueryParameters.invalid("The verdict is none of SAME, DISTINCT, UNDECIDED.");
    }
}
