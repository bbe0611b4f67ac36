package io.averment.ingest.audit;

import io.averment.ingest.problem.Problem;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.security.CallerTenant;
import io.averment.ingest.security.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log, for operators of the tenant. */
@Path("/v1/audit")
@Blocking
@Tag(name = "Audit")
public class AuditResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_VALUE = 200;

    private final CallerTenant caller;
    private final AuditStore store;

    AuditResource(CallerTenant caller, AuditStore store) {
        this.caller = caller;
        this.store = store;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "listAudit",
            summary = "Who sent, read or changed what, and what came of it",
            description =
                    "The entries written last come first; they appear a moment after their requests. Requests"
                            + " without a valid token name no tenant and are not here. How many reports a batch had is not counted.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorized",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "forbidden or tenant-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "unavailable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AuditPage list(
            @Parameter(
                            description = "The subject of the token",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_VALUE))
                    @RestQuery
                    @Nullable
                    String subject,
            @Parameter(
                            description = "The client that the token was given to",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_VALUE))
                    @RestQuery
                    @Nullable
                    String client,
            @Parameter(
                            description = "An operation's id",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_VALUE))
                    @RestQuery
                    @Nullable
                    String operation,
            @Parameter(
                            description = "The HTTP status",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "599"))
                    @RestQuery
                    @Nullable
                    String status,
            @Parameter(
                            description = "First instant, inclusive",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last instant, exclusive",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    @Nullable
                    String to,
            @Parameter(
                            description = "Most entries of a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit,
            @Parameter(
                            description = "next of the page before, with the same filters",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_VALUE))
                    @RestQuery
                    @Nullable
                    String cursor) {
        var tenant = caller.require();
        int most = limit == null ? DEFAULT_LIMIT : number("limit", limit, 1, LARGEST_LIMIT);
        var found = store.list(
                tenant,
                new AuditStore.Wanted(
                        words("subject", subject),
                        words("client", client),
                        words("operation", operation),
                        status == null ? null : number("status", status, 100, 599),
                        instant("from", from),
                        instant("to", to),
                        cursor == null ? Long.MAX_VALUE : cursor(cursor),
                        most));
        List<AuditStore.Numbered> shown = found.subList(0, Math.min(found.size(), most));
        return new AuditPage(
                shown.stream().map(AuditStore.Numbered::item).toList(),
                found.size() > most ? Long.toString(shown.getLast().number(), Character.MAX_RADIX) : null);
    }

    private static @Nullable String words(String name, @Nullable String value) {
        if (value != null && (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0)) {
            throw invalid(name + " must have at most " + LONGEST_VALUE + " characters and no NUL.");
        }
        return value;
    }

    private static int number(String name, String value, int least, int most) {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw invalid(name + " must be a number from " + least + " to " + most + ".");
    }

    private static long cursor(String value) {
        if (value.matches("[0-9a-z]{1,12}")) {
            return Long.parseLong(value, Character.MAX_RADIX);
        }
        throw invalid("cursor was not made by this service.");
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notAnInstant) {
            throw invalid(name + " must be an instant with an offset like 2026-01-31T12:00:00Z.");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, "The query parameter " + detail);
    }
}
