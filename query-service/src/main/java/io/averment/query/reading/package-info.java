/**
 * What the resources of all facts share: parameters, pages and their cursors, reads as of an instant, answers. The description of the
 * interface takes what operations refer to from here: from a package or an application, not from any other class.
 */
@OpenAPIDefinition(
        info = @Info(title = "Averment query", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "asOf",
                                    in = ParameterIn.QUERY,
                                    description = "What the record said at this instant; without it, what it says now",
                                    schema = @Schema(type = SchemaType.STRING, format = "date-time")),
                            @Parameter(
                                    name = "validAt",
                                    in = ParameterIn.QUERY,
                                    description = "What holds in the world on these days, in EDTF, like 2026-09,"
                                            + " 2026-09-14 or 2026-01/2026-03; facts without any day are left out",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 40)),
                            @Parameter(
                                    name = "outlet",
                                    in = ParameterIn.QUERY,
                                    description = "Name of the outlet, regardless of case",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "language",
                                    in = ParameterIn.QUERY,
                                    description = "Language of the article, as in BCP 47",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "words",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Words of the text, regardless of case, accents and English inflection: all of those"
                                                    + " side by side, \"a phrase\", begin*, one OR other, -not or NOT this,"
                                                    + " one NEAR/5 other (at most 10 words, on either side), parentheses; at"
                                                    + " most 32 words and 8 levels",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 500)),
                            @Parameter(
                                    name = "publishedFrom",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "First day of publication, inclusive; articles without a date are left out",
                                    schema = @Schema(type = SchemaType.STRING, format = "date")),
                            @Parameter(
                                    name = "publishedTo",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Last day of publication, inclusive; articles without a date are left out",
                                    schema = @Schema(type = SchemaType.STRING, format = "date")),
                            @Parameter(
                                    name = "article",
                                    in = ParameterIn.QUERY,
                                    description = "Id of the article",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "entity",
                                    in = ParameterIn.QUERY,
                                    description = "Id of an entity; see /v1/entities",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "country",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Country of something that stands in it, by its ISO 3166-1 code of three or"
                                                    + " two letters, regardless of case",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "story",
                                    in = ParameterIn.QUERY,
                                    description = "Id of a story, one of whose reports it is in; see /v1/stories",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "origin",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Id of the article whose text it is: that article itself, unless it is a"
                                                    + " copy, and all that were recognised as copies of it",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "Most items of a page",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "200",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Where the page begins: next of the page before, with the same filters",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "since",
                                    in = ParameterIn.QUERY,
                                    description = "Only what the record took in after this place, oldest first whatever"
                                            + " the order of the list: newest of an earlier page with the same filters."
                                            + " Ask again with newest of each answer; nothing is skipped, however late it"
                                            + " commits. Not together with asOf",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
                            @Parameter(
                                    name = "sort",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "NEWEST (also without this), or RELEVANCE: what matches the words best, of"
                                                    + " the newest 1000 matches, on one page; ranked tells whether there are more",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"NEWEST", "RELEVANCE"})),
                            @Parameter(
                                    name = "highlights",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Whether to tell where the words stand: in the first 20000 code points of"
                                                    + " each text, and on pages of at most 100 items",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "count",
                                    in = ParameterIn.QUERY,
                                    description = "Whether to tell how many items all pages have: counted up to 10000,"
                                            + " estimated beyond",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "fields",
                                    in = ParameterIn.QUERY,
                                    description = "Only these fields of the items, divided by commas, those within"
                                            + " others written like speaker.name",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                        },
                        responses = {
                            @APIResponse(name = "NotModified", description = "The client has this answer already"),
                            @APIResponse(
                                    name = "InvalidRequest",
                                    description = "A parameter is not valid",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    description = "No valid token",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "Not a reader, or no tenant",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "The tenant has nothing of this id",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Withdrawn",
                                    description = "The article was withdrawn; the detail says when and why",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description = "None of the accepted media types can be given",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotSettled",
                                    description = "The record is not settled as of that instant yet; ask again",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
@NullMarked
package io.averment.query.reading;

import io.averment.query.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
