package io.averment.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ids below were computed outside this code; they may never change, for the record is full of them. */
class ArticleIdTest {
    private static final Tenant DEMO = new Tenant("demo");
    private static final Outlet OUTLET = new Outlet("Kurdistan24");
    private static final Identity ADDRESS = new Identity.ByAddress(
            CanonicalAddress.parse("https://www.kurdistan24.net/en/story/1").orElseThrow());
    private static final ArticleId BY_ADDRESS = new ArticleId(UUID.fromString("38432008-e850-5dac-91c0-68267da3639b"));

    @Test
    void namesArticleByAddress() {
        assertEquals(BY_ADDRESS, ArticleId.of(DEMO, OUTLET, ADDRESS));
    }

    @Test
    void namesArticleByExternalId() {
        assertEquals(
                "33efb285-98b1-5766-8f5b-ce970073be79",
                ArticleId.of(DEMO, OUTLET, new Identity.ByExternalId("n-17")).toString());
    }

    @Test
    void namesArticleByText() {
        var text = new Identity.ByText(new CleanText("A headline", "A body."));
        assertEquals(
                "db798aee-154b-5b15-b24f-803060f71bf7",
                ArticleId.of(DEMO, OUTLET, text).toString());
        var bodyAlone = new Identity.ByText(new CleanText(null, "A body."));
        assertEquals(
                "f05385e7-c789-5c97-84f1-c4825ade8b30",
                ArticleId.of(DEMO, OUTLET, bodyAlone).toString());
    }

    @Test
    void namesSameArticleHoweverOutletIsSpelt() {
        for (var spelling : List.of("KURDISTAN24", "  kurdistan24\t", "Ｋｕｒｄｉｓｔａｎ２４")) {
            assertEquals(BY_ADDRESS, ArticleId.of(DEMO, Outlet.parse(spelling).orElseThrow(), ADDRESS));
        }
    }

    @Test
    void keepsTenantsAndOutletsAndKindsApart() {
        assertNotEquals(BY_ADDRESS, ArticleId.of(new Tenant("other"), OUTLET, ADDRESS));
        assertNotEquals(BY_ADDRESS, ArticleId.of(DEMO, new Outlet("Upland Wire"), ADDRESS));
        assertNotEquals(BY_ADDRESS, ArticleId.of(DEMO, OUTLET, new Identity.ByExternalId(ADDRESS.value())));
    }

    @Test
    void keepsTextsApartThatReadAlikeWhenJoined() {
        var one = new Identity.ByText(new CleanText("ab", "c"));
        var other = new Identity.ByText(new CleanText("a", "bc"));
        assertNotEquals(ArticleId.of(DEMO, OUTLET, one), ArticleId.of(DEMO, OUTLET, other));
    }

    @Test
    void namesEventByTenantArticleAndRevision() {
        assertEquals("bb79b88fac8608ca890a8e7ddc5f85a47e3bba537c04bd0b94fd02e0c0e71932", BY_ADDRESS.eventId(DEMO, 1));
        assertEquals("a12f8ae3a458b77045950b7bc7fe7a619c990a71b4deb43462205851b1d230cc", BY_ADDRESS.eventId(DEMO, 2));
    }

    @Test
    void namesEachRequestForReanalysisAnew() {
        assertEquals(
                "21c6bb6abe6cddc0d64891107bfbf3f1947b53f1d78d902bfa808b09f8152297",
                BY_ADDRESS.reanalysisId(DEMO, 2, Instant.parse("2026-12-03T09:00:00Z")));
        assertNotEquals(
                BY_ADDRESS.reanalysisId(DEMO, 2, Instant.parse("2026-12-03T09:00:00Z")),
                BY_ADDRESS.reanalysisId(DEMO, 2, Instant.parse("2026-12-03T09:00:01Z")));
    }

    @Test
    void parsesOnlyUsualSpelling() {
        assertEquals(Optional.of(BY_ADDRESS), ArticleId.parse("38432008-e850-5dac-91c0-68267da3639b"));
        assertEquals(Optional.of(BY_ADDRESS), ArticleId.parse("38432008-E850-5DAC-91C0-68267DA3639B"));
        for (var other : List.of(
                "",
                "1-1-1-1-1",
                "38432008-e850-5dac-91c0-68267da3639",
                "38432008-e850-5dac-91c0-68267da3639b ",
                "38432008-e850-5dac-91c0-68267da3639g",
                "000038432008-e850-5dac-91c0-268267da363")) {
            assertEquals(Optional.empty(), ArticleId.parse(other), other);
        }
    }
}
