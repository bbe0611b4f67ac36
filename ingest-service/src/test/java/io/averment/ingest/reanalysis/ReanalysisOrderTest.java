package io.averment.ingest.reanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReanalysisOrderTest {
    private static final Tenant HARBOUR = new Tenant("harbour");
    private static final String ONE = "38432008-e850-5dac-91c0-68267da3639b";
    private static final String OTHER = "9f3b6c1e-0d57-5f0a-8a77-2f1d4f0f5a11";

    private static Optional<ReanalysisOrder> read(String words) {
        return ReanalysisOrder.of(List.of(words.split(" ")));
    }

    private static ArticleId id(String text) {
        return new ArticleId(UUID.fromString(text));
    }

    @Test
    void understandsItsForms() {
        assertEquals(
                Optional.of(new ReanalysisOrder(HARBOUR, null, null, Set.of(), null, false, false)),
                read("reanalyse harbour"));
        assertEquals(
                Optional.of(new ReanalysisOrder(HARBOUR, null, null, Set.of(), null, true, false)),
                read("reanalyse harbour --dry-run"));
        assertEquals(
                Optional.of(new ReanalysisOrder(
                        HARBOUR,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-30T22:00:00Z"),
                        Set.of(id(ONE), id(OTHER)),
                        id(ONE),
                        false,
                        true)),
                read("reanalyse harbour --article " + ONE + " --to 2026-12-01T00:00:00+02:00 --yes --article " + OTHER
                        + " --after " + ONE.toUpperCase(java.util.Locale.ROOT) + " --from 2026-11-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reanalyse",
                "reanalyse Harbour",
                "reanalyse --yes",
                "reanalyse harbour other",
                "reanalyse harbour --force",
                "reanalyse harbour --yes --yes",
                "reanalyse harbour --yes --dry-run",
                "reanalyse harbour --from",
                "reanalyse harbour --from 2026-11-01",
                "reanalyse harbour --from 2026-11-01T00:00:00Z --from 2026-11-01T00:00:00Z",
                "reanalyse harbour --from 2026-11-01T00:00:00Z --to 2026-11-01T00:00:00Z",
                "reanalyse harbour --article",
                "reanalyse harbour --article 7",
                "reanalyse harbour --after --yes",
                "reanalyze harbour"
            })
    void understandsNothingElse(String words) {
        assertEquals(Optional.empty(), read(words));
    }

    @Test
    void takesNoMoreArticlesThanItSays() {
        List<String> words = new ArrayList<>(List.of("reanalyse", "harbour"));
        for (int i = 0; i < ReanalysisOrder.MOST_ARTICLES; i++) {
            words.addAll(List.of("--article", new UUID(7, i).toString()));
        }
        assertEquals(
                ReanalysisOrder.MOST_ARTICLES,
                ReanalysisOrder.of(words).orElseThrow().articles().size());
        words.addAll(List.of("--article", ONE));
        assertEquals(Optional.empty(), ReanalysisOrder.of(words));
    }
}
