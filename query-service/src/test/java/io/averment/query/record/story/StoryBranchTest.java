package io.averment.query.record.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.record.ArticleId;
import io.averment.query.record.thread.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where reports hang, and what links them. */
class StoryBranchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static ArticleId id(String name) {
        return new ArticleId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static StoryReport report(String name, int day, String... traits) {
        return told(name, day, null, name, traits);
    }

    private static StoryReport told(String name, int day, @Nullable String origin, String text, String... traits) {
        LocalDate on = DAY.plusDays(day);
        return new StoryReport(
                new ReportPlace(on, on.atTime(6, 0).toInstant(ZoneOffset.UTC), id(name)),
                new Source(
                        id(name).toString(), origin == null ? null : id(origin).toString(), text),
                Arrays.stream(traits).map(Trait::parse).toList());
    }

    private static Optional<Integer> affinity(StoryReport one, StoryReport other) {
        assertEquals(StoryLink.between(one, other), StoryLink.between(other, one));
        return StoryLink.between(one, other).map(StoryLink::affinity);
    }

    @Test
    void linksByANameAndAWord() {
        assertEquals(
                Optional.of(400),
                affinity(report("a", 0, "p:ida holt", "w:harbour"), report("b", 0, "p:ida holt", "w:harbour")));
        assertEquals(
                Optional.empty(), affinity(report("a", 0, "p:ida holt", "w:a"), report("b", 0, "p:ida holt", "w:b")));
        assertEquals(
                Optional.empty(),
                affinity(report("a", 0, "w:harbour", "w:crane"), report("b", 0, "w:harbour", "w:crane")));
    }

    @Test
    void countsTheWordsOfASharedNameOnce() {
        assertEquals(
                Optional.empty(),
                affinity(
                        report("a", 0, "p:ida holt", "w:ida", "w:holt"),
                        report("b", 0, "p:ida holt", "w:ida", "w:holt")));
    }

    @Test
    void weighsLessWhatIsNamedEverywhere() {
        assertEquals(
                Optional.of(300),
                affinity(report("a", 0, "p:wikidata Q1", "w:harbour"), report("b", 0, "p:wikidata Q1", "w:harbour")));
    }

    @Test
    void saysLessTheFurtherApartTheDaysAre() {
        StoryReport first = report("a", 0, "p:ida holt", "w:harbour", "w:crane");

        assertEquals(Optional.of(400), affinity(first, report("b", 182, "p:ida holt", "w:harbour", "w:crane")));
        assertEquals(Optional.empty(), affinity(first, report("b", 551, "p:ida holt", "w:harbour", "w:crane")));
    }

    /** By chance, long reports share something. */
    @Test
    void asksForAFifthOfWhatTheOneWithLessHas() {
        String[] long1 =
                "p:ida holt,w:a,w:b,w:c,w:d,w:e,w:f,w:g,w:h,w:i,w:j,w:k,w:l,w:m,w:n,w:o,w:p,w:harbour".split(",");
        String[] long2 = "p:ida holt,w:1,w:2,w:3,w:4,w:5,w:6,w:7,w:8,w:9,w:10,w:11,w:12,w:13,w:14,w:15,w:16,w:harbour"
                .split(",");

        assertEquals(Optional.of(400), affinity(report("a", 0, long1), report("b", 0, long2)));
        String[] longer1 = (String.join(",", long1) + ",w:q").split(",");
        String[] longer2 = (String.join(",", long2) + ",w:17").split(",");
        assertEquals(Optional.empty(), affinity(report("a", 0, longer1), report("b", 0, longer2)));
    }

    @Test
    void linksCopiesClosest() {
        StoryReport original = told("a", 0, null, "text");

        assertEquals(Optional.of(10_000), affinity(original, told("b", 1, null, "text")));
        assertEquals(Optional.of(10_000), affinity(original, told("b", 1, "a", "another")));
        assertEquals(Optional.of(10_000), affinity(told("c", 1, "a", "one"), told("b", 1, "a", "another")));
        assertEquals(Optional.empty(), affinity(told("c", 1, "x", "one"), told("b", 1, "y", "another")));
    }

    @Test
    void hangsOnTheClosestAndAmongEqualsOnTheFirst() {
        StoryReport first = report("a", 0, "p:ida holt", "w:harbour");
        StoryReport second = report("b", 0, "p:ida holt", "w:harbour");
        StoryReport closest = report("c", 0, "p:ida holt", "w:harbour", "w:crane");
        StoryReport last = report("d", 1, "p:ida holt", "w:harbour", "w:crane");
        StoryReport earlier = first.place().compareTo(second.place()) < 0 ? first : second;

        assertEquals(
                earlier.article(),
                StoryBranch.of(report("e", 0, "p:ida holt", "w:harbour", "w:x"), List.of(second, first))
                        .parent());
        assertEquals(
                closest.article(),
                StoryBranch.of(last, List.of(first, second, closest)).parent());
        assertEquals(new StoryBranch(closest, null, 0), StoryBranch.of(closest, List.of(last)));
    }

    /** A report on two matters belongs to one of them, and makes no one story of both. */
    @Test
    void joinsNoTwoStories() {
        StoryReport port = report("a", 0, "p:ida holt", "w:harbour", "w:crane");
        StoryReport school = report("b", 1, "p:ole brandt", "w:pupil", "w:teacher");
        StoryReport both = report("c", 2, "p:ida holt", "w:harbour", "w:crane", "p:ole brandt", "w:pupil");
        List<StoryReport> reports = List.of(port, school, both);

        List<List<ArticleId>> stories =
                StoryBranch.stories(reports.stream()
                                .map(each -> StoryBranch.of(each, reports))
                                .toList())
                        .values()
                        .stream()
                        .map(story -> story.stream()
                                .map(branch -> branch.report().article())
                                .toList())
                        .sorted(java.util.Comparator.comparing(List::size))
                        .toList();

        assertEquals(List.of(List.of(school.article()), List.of(port.article(), both.article())), stories);
    }

    @Test
    void hangsBetterOnACloserOneThatComesLate() {
        StoryReport report = report("d", 1, "p:ida holt", "w:harbour", "w:crane");
        StoryReport first = report("a", 0, "p:ida holt", "w:harbour");
        StoryReport closer = report("c", 0, "p:ida holt", "w:harbour", "w:crane");
        StoryBranch branch = StoryBranch.of(report, List.of(first));

        assertEquals(Optional.of(499), branch.betterWith(closer, first.place()));
        assertEquals(Optional.empty(), StoryBranch.of(report, List.of(closer)).betterWith(first, closer.place()));
        assertEquals(
                Optional.empty(),
                branch.betterWith(report("e", 2, "p:ida holt", "w:harbour", "w:crane"), first.place()));
    }

    @Test
    void tellsReasonsBySort() {
        StoryLink link = StoryLink.between(
                        report("a", 0, "u:holt 0123456789abcdef0123", "p:wikidata Q1", "w:harbour"),
                        report("b", 0, "u:holt 0123456789abcdef0123", "p:wikidata Q1", "w:harbour"))
                .orElseThrow();

        assertEquals(
                List.of(
                        new StoryReason(StoryReason.Likeness.SAME_UTTERANCE, List.of("holt")),
                        new StoryReason(StoryReason.Likeness.SAME_PERSON, List.of("wikidata:Q1")),
                        new StoryReason(StoryReason.Likeness.SHARED_WORDS, List.of("harbour"))),
                StoryReason.of(link));
        assertEquals(
                List.of(new StoryReason(StoryReason.Likeness.SAME_TEXT, List.of())),
                StoryReason.of(StoryLink.between(told("a", 0, null, "t"), told("b", 0, null, "t"))
                        .orElseThrow()));
    }

    @Test
    void refusesListsOfAnotherForm() {
        assertEquals(
                "/story/common.txt, line 2 is not of its form or repeats the word 'day'",
                assertThrows(IllegalArgumentException.class, () -> CommonWords.read(List.of("day week", "year day")))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Trait.parse("x:y"));
    }
}
