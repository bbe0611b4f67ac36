package io.averment.query.story;

import io.averment.query.record.story.StoryReason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story with its reports. */
@RegisterForReflection
@Schema(name = "Story", description = "A story with its reports, and why they belong together")
record StoryWithReports(
        String id,

        @Schema(description = "Day of the first report") LocalDate firstDay,

        @Schema(description = "Day of the last one") LocalDate lastDay,

        @Schema(description = "Articles that tell it") int articles,

        @Schema(description = "Those of them that are no copies of each other")
        int origins,

        @Schema(description = "Keys of the outlets that tell it, in their order")
        List<String> outlets,

        @Schema(description = "Languages that it is told in, in their order")
        List<String> languages,

        @Schema(description = "Countries of what its reports name, as in ISO 3166-1 alpha-3")
        List<String> countries,

        @Schema(
                description =
                        "Ids of the entities that its reports name, those that most of them name first, at most 50")
        List<String> entities,

        @Schema(description = "Its reports in the order of their days, at most 200; the timeline has all of them")
        List<ReportItem> reports) {

    StoryWithReports {
        outlets = List.copyOf(outlets);
        languages = List.copyOf(languages);
        countries = List.copyOf(countries);
        entities = List.copyOf(entities);
        reports = List.copyOf(reports);
    }

    /** A report of the story. */
    @RegisterForReflection
    @Schema(name = "StoryReport")
    record ReportItem(
            UUID articleId,
            String outlet,
            @Nullable String address,
            @Nullable String headline,

            @Schema(description = "In the world: of publication, else of acceptance")
            LocalDate day,

            @Schema(description = "Since when it stands in this story")
            Instant recordedFrom,

            @Schema(
                    description =
                            "Id of the earlier article of which it tells more than of any other; none for the first"
                                    + " one")
            @Nullable
            UUID follows,

            @Schema(description = "Why it belongs to that article")
            List<StoryReason> why) {

        ReportItem {
            why = List.copyOf(why);
        }
    }
}
