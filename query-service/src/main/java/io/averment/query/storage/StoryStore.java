package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.ReportPlace;
import io.averment.query.record.story.StoryBranch;
import io.averment.query.record.story.StoryFacets;
import io.averment.query.record.story.StoryKeys;
import io.averment.query.record.story.StoryReport;
import io.averment.query.storage.StoryRows.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stories of the record, as {@link ThreadStore} keeps threads: first what a change touches is locked and read, then, with the
 * instant of the change, it is written. First the keys of all reports that are compared anew are locked, so that no two that are like
 * each other come in at once; then the stories that change. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
public class StoryStore {
    /** So often what is touched may change while its locks are waited for. */
    private static final int MOST_LOCKINGS = 5;

    private final StoryRows rows;
    private final StorySummaries summaries;
    private final NameLocks locks;

    StoryStore(StoryRows rows, StorySummaries summaries, NameLocks locks) {
        this.rows = rows;
        this.summaries = summaries;
        this.locks = locks;
    }

    /** What a version of an article changes among stories. */
    public static final class Change {
        private final Tenant tenant;
        private final ArticleId id;
        private final RecordMonth month;
        private final @Nullable AnalysedArticle article;
        private final @Nullable StoryBranch added;
        private final boolean closes;
        private final Map<ArticleId, Stored> others;
        private final Map<ArticleId, StoryBranch> hung;
        private final Set<String> touched;
        private final @Nullable Instant latest;

        private Change(Gathering gathered, Map<ArticleId, StoryBranch> hung, @Nullable Instant latest) {
            this.tenant = gathered.tenant;
            this.id = gathered.id;
            this.month = gathered.month;
            this.article = gathered.article;
            this.added = gathered.added;
            this.closes = gathered.old != null;
            this.others = gathered.members;
            this.hung = hung;
            this.touched = gathered.touched;
            this.latest = latest;
        }

        /** The latest of the given instant and those at which the touched rows were written. */
        public @Nullable Instant after(@Nullable Instant previous) {
            Instant last = later(previous, latest);
            for (Stored row : others.values()) {
                last = later(last, row.recordedFrom());
            }
            return last;
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    /** What is found out while a change is prepared. */
    private static final class Gathering {
        private final Tenant tenant;
        private final ArticleId id;
        private final RecordMonth month;
        private final @Nullable AnalysedArticle article;
        private @Nullable StoryBranch added;
        private @Nullable Stored old;
        /** What hung on the version before, as it stands now that the keys are locked. */
        private List<Stored> children = List.of();
        /** What hangs anew, as it was read before the stories were locked. */
        private final Map<ArticleId, Stored> rehung = new LinkedHashMap<>();

        private final Map<ArticleId, StoryBranch> orphans = new HashMap<>();
        private final Map<ArticleId, String> stories = new HashMap<>();
        private final Set<String> touched = new TreeSet<>();
        private Map<ArticleId, Stored> members = Map.of();

        private Gathering(Tenant tenant, ArticleId id, RecordMonth month, @Nullable AnalysedArticle article) {
            this.tenant = tenant;
            this.id = id;
            this.month = month;
            this.article = article;
        }

        /** That the story of this row changes. */
        private void touch(Stored row) {
            stories.put(row.article(), row.story());
        }
    }

    /**
     * Locks and reads what this version touches.
     *
     * @param known whether the record had another version of the article before
     */
    public Change prepare(Tenant tenant, AnalysedArticle article, boolean known) {
        return prepare(
                new Gathering(tenant, article.id(), article.recordMonth(), article), StoryReport.of(article), known);
    }

    /**
     * Locks and reads what a withdrawal of an article touches.
     *
     * @param ends whether it covers the current version; else only the past changes
     */
    public Change prepareRemoval(Tenant tenant, ArticleId id, RecordMonth month, boolean ends) {
        return prepare(new Gathering(tenant, id, month, null), null, ends);
    }

    private Change prepare(Gathering gathered, @Nullable StoryReport report, boolean known) {
        lockKeys(gathered, report, known);
        Stored old = gathered.old;
        if (old != null) {
            gathered.touch(old);
        }
        List<Stored> near = report == null ? List.of() : rows.candidates(gathered.tenant, report);
        if (report != null) {
            gathered.added = hang(gathered, report, near);
        }
        if (old != null) {
            rehangChildren(gathered, report);
        }
        lockStories(gathered);
        return new Change(gathered, hung(gathered), summaries.lastChange(gathered.tenant, gathered.touched));
    }

    /**
     * Locks the keys of all reports that are compared anew: of the report, of the version before, and of what hangs on that. Those are read again
     * with the locks held, until none has a key that is not locked: what has come in while the locks were waited for is compared anew as well.
     */
    private void lockKeys(Gathering gathered, @Nullable StoryReport report, boolean known) {
        Tenant tenant = gathered.tenant;
        Set<Long> keys = new TreeSet<>(report == null ? Set.of() : StoryKeys.of(report));
        if (!known) {
            locks.lock(tenant, NameLocks.Kind.REPORTS, keys);
            return;
        }
        Set<Long> locked = new TreeSet<>();
        for (int times = 0; times <= MOST_LOCKINGS; times++) {
            gathered.old = rows.ofArticle(tenant, gathered.id).orElse(null);
            gathered.children = rows.children(tenant, gathered.id);
            if (gathered.old != null) {
                keys.addAll(StoryKeys.of(gathered.old.branch().report()));
            }
            gathered.children.forEach(
                    child -> keys.addAll(StoryKeys.of(child.branch().report())));
            keys.removeAll(locked);
            if (keys.isEmpty()) {
                return;
            }
            locks.lock(tenant, NameLocks.Kind.REPORTS, keys);
            locked.addAll(keys);
        }
        throw new PessimisticLockException("what hangs on a report changes faster than it is locked");
    }

    /** Where the report hangs; what had better hang on it is touched. */
    private static StoryBranch hang(Gathering gathered, StoryReport report, List<Stored> near) {
        Map<ArticleId, Stored> byArticle = new HashMap<>();
        near.forEach(row -> byArticle.put(row.article(), row));
        StoryBranch branch = StoryBranch.of(report, reports(near));
        ArticleId parent = branch.parent();
        if (parent != null && byArticle.containsKey(parent)) {
            gathered.touch(byArticle.get(parent));
        }
        for (Stored row : near) {
            if (!gathered.id.equals(row.branch().parent())
                    && row.branch().betterWith(report, row.above()).isPresent()) {
                gathered.rehung.put(row.article(), row);
                gathered.touch(row);
            }
        }
        return branch;
    }

    private static List<StoryReport> reports(Collection<Stored> stored) {
        return stored.stream().map(row -> row.branch().report()).toList();
    }

    /**
     * What hung on the version before hangs on this one where they are linked no less closely and stand in the same order; else its place is
     * looked for among all others, at the cost of a query each.
     */
    private void rehangChildren(Gathering gathered, @Nullable StoryReport report) {
        for (Stored child : gathered.children) {
            gathered.touch(child);
            StoryReport told = child.branch().report();
            List<StoryReport> now = report != null && StoryKeys.meet(told, report) ? List.of(report) : List.of();
            StoryBranch kept = StoryBranch.of(told, now);
            if (!isKept(child, kept, now)) {
                kept = rehang(gathered, child, now);
            }
            gathered.orphans.put(child.article(), kept);
        }
    }

    private static boolean isKept(Stored child, StoryBranch kept, List<StoryReport> now) {
        ReportPlace above = child.above();
        return kept.parent() != null
                && kept.affinity() >= child.branch().affinity()
                && above != null
                && now.getFirst().place().compareTo(above) <= 0;
    }

    private StoryBranch rehang(Gathering gathered, Stored child, List<StoryReport> now) {
        StoryReport report = child.branch().report();
        List<Stored> near = rows.candidates(gathered.tenant, report).stream()
                .filter(row -> !row.article().equals(gathered.id))
                .toList();
        List<StoryReport> others = new ArrayList<>(reports(near));
        others.addAll(now);
        StoryBranch found = StoryBranch.of(report, others);
        near.stream().filter(row -> row.article().equals(found.parent())).forEach(gathered::touch);
        return found;
    }

    /** Locks the stories of all that is touched, and reads them: until none of it went into another story meanwhile. */
    private void lockStories(Gathering gathered) {
        for (int times = 0; times < MOST_LOCKINGS; times++) {
            Set<String> found = new TreeSet<>(gathered.stories.values());
            found.removeAll(gathered.touched);
            locks.lock(gathered.tenant, NameLocks.Kind.STORIES, found);
            gathered.touched.addAll(found);
            Map<ArticleId, Stored> members = new LinkedHashMap<>();
            rows.members(gathered.tenant, gathered.touched).forEach(row -> members.put(row.article(), row));
            boolean complete = true;
            for (ArticleId article : gathered.stories.keySet()) {
                if (!members.containsKey(article)) {
                    complete = false;
                    rows.ofArticle(gathered.tenant, article).ifPresent(gathered::touch);
                }
            }
            if (complete) {
                members.remove(gathered.id);
                gathered.members = members;
                return;
            }
        }
        throw new PessimisticLockException("stories change faster than they are locked");
    }

    /** The branches of other reports that change, as the rows stand now that they are locked. */
    private static Map<ArticleId, StoryBranch> hung(Gathering gathered) {
        Map<ArticleId, StoryBranch> hung = new HashMap<>(gathered.orphans);
        StoryBranch added = gathered.added;
        for (Stored before : gathered.rehung.values()) {
            Stored now = gathered.members.get(before.article());
            if (now != null && added != null) {
                StoryBranch branch = new StoryBranch(
                        before.branch().report(),
                        now.branch().parent(),
                        now.branch().affinity());
                Stored above = gathered.members.get(now.branch().parent());
                branch.betterWith(
                                added.report(),
                                above == null ? null : above.branch().report().place())
                        .ifPresent(affinity -> hung.put(
                                before.article(),
                                new StoryBranch(branch.report(), added.report().article(), affinity)));
            }
        }
        return hung;
    }

    /** Writes the change, as of this instant. */
    public void apply(Change change, Instant at) {
        List<StoryBranch> branches = new ArrayList<>();
        change.others.forEach((article, row) -> branches.add(change.hung.getOrDefault(article, row.branch())));
        StoryBranch added = change.added;
        if (added != null) {
            branches.add(added);
        }
        if (change.closes) {
            rows.close(change.tenant, change.id, at);
        }
        Map<String, List<StoryBranch>> stories = StoryBranch.stories(branches);
        Set<String> facets = change.article == null ? Set.of() : StoryFacets.of(change.article);
        List<StoryBranch> moved = new ArrayList<>();
        List<String> into = new ArrayList<>();
        stories.forEach((story, reports) -> reports.forEach(branch -> {
            Stored row = change.others.get(branch.report().article());
            if (row == null) {
                rows.open(change.tenant, change.month.firstDay(), branch, story, facets, at);
            } else if (!row.story().equals(story) || !row.branch().hangsLike(branch)) {
                moved.add(branch);
                into.add(story);
            }
        }));
        rows.move(change.tenant, moved, into, at);
        boolean joins = !change.closes && moved.isEmpty() && stories.size() == 1 && branches.size() > 2;
        summarise(change, stories, joins ? facets : null, at);
    }

    /** @param joining the facets of a report that joins a listed story and changes nothing else */
    private void summarise(
            Change change, Map<String, List<StoryBranch>> stories, @Nullable Set<String> joining, Instant at) {
        if (change.touched.isEmpty()) {
            return;
        }
        Set<String> changed = new TreeSet<>(change.touched);
        changed.addAll(stories.keySet());
        summaries.close(change.tenant, changed, at);
        stories.forEach((story, reports) -> summaries.open(change.tenant, story, reports, at));
        Map<String, ReportPlace> listed = new HashMap<>();
        stories.forEach((story, reports) -> {
            if (reports.size() > 1) {
                listed.put(story, reports.getFirst().report().place());
            }
        });
        if (joining == null) {
            summaries.alignFacets(change.tenant, changed, listed, at);
        } else {
            listed.forEach((story, first) -> summaries.addFacets(change.tenant, story, first, joining, at));
        }
    }

    /** Writes the change after the article's withdrawal, and erases what its stories kept of its words, from the past as well. */
    public void applyRemoval(Change change, Instant at) {
        apply(change, at);
        rows.erase(change.id, change.month.firstDay(), remaining(change));
    }

    /** What summaries of the past come to without the versions of the article that are gone. */
    private List<StorySummaries.Past> remaining(Change change) {
        Set<Instant> kept = rows.versions(change.tenant, change.id, change.month.firstDay());
        Map<String, List<Stored>> stories = PastRows.remaining(
                rows.ever(change.tenant, change.id),
                Stored::story,
                row -> !row.article().equals(change.id) || kept.contains(row.opened()));
        return summaries.past(change.tenant, stories);
    }

    /**
     * A report of a story as of an instant.
     *
     * @param parent the article that it hangs on; null for the first one
     * @param opened when the version of its article was opened
     * @param recordedFrom since when it stands in the story
     */
    public record Told(
            StoryReport report, @Nullable ArticleId parent, LocalDate month, Instant opened, Instant recordedFrom) {}

    /** The reports of a story in their order, as of an instant; at most ten thousand. */
    public List<Told> reports(Tenant tenant, String story, Optional<Instant> asOf) {
        return rows.reports(tenant, story, asOf).stream()
                .map(row -> new Told(
                        row.branch().report(), row.branch().parent(), row.month(), row.opened(), row.recordedFrom()))
                .toList();
    }

    /** The story of an article as of an instant; empty when the record had none. */
    public Optional<String> storyOf(Tenant tenant, ArticleId article, Optional<Instant> asOf) {
        return rows.storyOf(tenant, article, asOf);
    }
}
