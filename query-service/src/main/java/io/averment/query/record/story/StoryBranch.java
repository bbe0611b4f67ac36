package io.averment.query.record.story;

import io.averment.query.record.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report that hangs on an earlier one, or on none. A report hangs on that earlier report with which it is linked most closely; among equals on
 * the first of them. So it follows from the set of reports alone where each hangs, and no report joins two stories to one: it belongs to the
 * one that it shares most with.
 *
 * @param report what its traits are need not be known
 * @param parent the report that it hangs on; null for the first of a story
 * @param affinity of the link to it; 0 without one
 */
public record StoryBranch(StoryReport report, @Nullable ArticleId parent, int affinity) {

    /** Where the report hangs among these. */
    public static StoryBranch of(StoryReport report, Collection<StoryReport> others) {
        StoryReport parent = null;
        int affinity = 0;
        for (StoryReport other : others) {
            if (other.place().compareTo(report.place()) < 0) {
                int found = StoryLink.between(other, report)
                        .map(StoryLink::affinity)
                        .orElse(0);
                if (found > affinity
                        || (found == affinity && parent != null && other.place().compareTo(parent.place()) < 0)) {
                    parent = other;
                    affinity = found;
                }
            }
        }
        return new StoryBranch(report, parent == null ? null : parent.article(), affinity);
    }

    /**
     * The affinity with which the report had better hang on this one; empty where it hangs better.
     *
     * @param other a report that may be earlier
     * @param parent what it hangs on; null where it hangs on none
     */
    public Optional<Integer> betterWith(StoryReport other, @Nullable ReportPlace parent) {
        if (other.place().compareTo(report.place()) >= 0) {
            return Optional.empty();
        }
        return StoryLink.between(other, report)
                .map(StoryLink::affinity)
                .filter(found -> found > affinity
                        || (found == affinity && parent != null && other.place().compareTo(parent) < 0));
    }

    /** Whether both hang on the same report with the same affinity. */
    public boolean hangsLike(StoryBranch other) {
        return affinity == other.affinity && Objects.equals(parent, other.parent);
    }

    /** The stories of these reports by their ids, each in the order of its reports. What hangs on a report that is not among them is a first one. */
    public static Map<String, List<StoryBranch>> stories(Collection<StoryBranch> branches) {
        Map<ArticleId, StoryBranch> byArticle = new HashMap<>();
        branches.forEach(branch -> byArticle.put(branch.report().article(), branch));
        Map<ArticleId, String> known = new HashMap<>();
        Map<String, List<StoryBranch>> stories = new TreeMap<>();
        branches.stream()
                .sorted(Comparator.comparing(branch -> branch.report().place()))
                .forEach(branch -> {
                    ArticleId parent = branch.parent();
                    // A parent comes earlier, so its story is known.
                    String above = parent == null || !byArticle.containsKey(parent) ? null : known.get(parent);
                    String story =
                            above == null ? StoryReport.storyId(branch.report().article()) : above;
                    known.put(branch.report().article(), story);
                    stories.computeIfAbsent(story, any -> new ArrayList<>()).add(branch);
                });
        return stories;
    }
}
