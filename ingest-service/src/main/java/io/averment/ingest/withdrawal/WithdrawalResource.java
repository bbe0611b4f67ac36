package io.averment.ingest.withdrawal;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.problem.Problem;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.security.CallerTenant;
import io.averment.ingest.security.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The withdrawal of one article. */
@Path("/v1/articles/{id}/withdrawal")
@Blocking
@Tag(name = "Articles")
@APIResponse(
        responseCode = "401",
        description = "unauthorized",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "forbidden or tenant-missing",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "not-found: no such article, or it is not withdrawn",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "unavailable",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class WithdrawalResource {
    private final ArticleWithdrawal withdrawal;
    private final CallerTenant caller;

    WithdrawalResource(ArticleWithdrawal withdrawal, CallerTenant caller) {
        this.withdrawal = withdrawal;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "withdrawArticle",
            summary = "Withdraw an article",
            description =
                    "Erases the text of all its revisions here and in the record; it cannot be brought back. Until"
                            + " the withdrawal is lifted, reports of it are refused. The same again answers the first withdrawal.")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawal",
            content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Withdrawal withdraw(
            @Parameter(description = "The article's id", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @RestPath
                    String id,
            @Nullable WithdrawalOrder order) {
        var tenant = caller.require();
        var reason = reason(order);
        var note = order == null ? null : note(order.note());
        return ArticleId.parse(id)
                .flatMap(article -> withdrawal.withdraw(tenant, article, reason, note, caller.subject()))
                .orElseThrow(WithdrawalResource::noArticle);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getWithdrawal", summary = "The withdrawal that an article is under")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawal",
            content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Withdrawal get(
            @Parameter(description = "The article's id", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @RestPath
                    String id) {
        var tenant = caller.require();
        return ArticleId.parse(id)
                .flatMap(article -> withdrawal.find(tenant, article))
                .orElseThrow(WithdrawalResource::notWithdrawn);
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "liftWithdrawal",
            summary = "Let reports of a withdrawn article in again",
            description = "Nothing that was erased comes back; what is sent from now on is a later revision.")
    @APIResponse(responseCode = "204", description = "Reports of it are taken in again")
    public Response lift(
            @Parameter(description = "The article's id", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @RestPath
                    String id) {
        var tenant = caller.require();
        var wasLifted = ArticleId.parse(id)
                .filter(article -> withdrawal.lift(tenant, article, caller.subject()))
                .isPresent();
        if (!wasLifted) {
            throw notWithdrawn();
        }
        return Response.noContent().build();
    }

    private static Reason reason(@Nullable WithdrawalOrder order) {
        return Arrays.stream(Reason.values())
                .filter(reason -> order != null && reason.name().equals(order.reason()))
                .findFirst()
                .orElseThrow(
                        () -> invalid("The field reason must be one of " + Arrays.toString(Reason.values()) + "."));
    }

    private static @Nullable String note(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.indexOf('\0') >= 0 || note.codePointCount(0, note.length()) > WithdrawalOrder.LONGEST_NOTE) {
            throw invalid("The field note may have " + WithdrawalOrder.LONGEST_NOTE + " characters, none of them NUL.");
        }
        return note;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }

    private static ProblemException noArticle() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such article.");
    }

    private static ProblemException notWithdrawn() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such article, or it is not withdrawn.");
    }
}
