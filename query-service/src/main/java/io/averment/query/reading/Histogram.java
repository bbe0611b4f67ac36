package io.averment.query.reading;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How facts divide by days, weeks or months. */
@RegisterForReflection
@Schema(
        name = "Histogram",
        description =
                "How the facts that match divide by days, weeks or months. The newest 50000 are counted; when there are"
                        + " more, all figures are estimates: what was counted, raised to the estimated number of all")
public record Histogram(
        @Schema(description = "How many match; all other figures are as exact as this one")
        Count count,

        @Schema(description = "Which day of a fact is meant")
        String of,

        Unit unit,

        @Schema(description = "Those in which there is anything, the earliest first; of more than 400 the latest")
        List<Bucket> buckets,

        @Schema(description = "How many are earlier than all of these")
        long others,

        @Schema(description = "How many have no such day") long missing) {

    public Histogram {
        buckets = List.copyOf(buckets);
    }

    /** What facts are counted by. Weeks begin on Monday. */
    public enum Unit {
        DAY("day") {
            @Override
            LocalDate last(LocalDate first) {
                return first;
            }
        },
        WEEK("week") {
            @Override
            LocalDate last(LocalDate first) {
                return first.plusDays(6);
            }
        },
        MONTH("month") {
            @Override
            LocalDate last(LocalDate first) {
                return first.plusMonths(1).minusDays(1);
            }
        };

        private final String sql;

        Unit(String sql) {
            this.sql = sql;
        }

        /** The last day of the one that begins on this day. */
        abstract LocalDate last(LocalDate first);

        /** The first day of the one that a column's day is in. */
        String sql(String column) {
            return "cast(date_trunc('" + sql + "', cast(" + column + " as timestamp)) as date)";
        }
    }

    /** The facts of a day, week or month. */
    @RegisterForReflection
    @Schema(name = "HistogramBucket", description = "The facts of a day, week or month")
    public record Bucket(
            @Schema(description = "Its first day") LocalDate from,

            @Schema(description = "Its last day") LocalDate to,

            long count) {}
}
