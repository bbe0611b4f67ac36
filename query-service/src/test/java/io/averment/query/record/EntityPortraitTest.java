package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.record.EntityPortrait.Code;
import io.averment.query.record.EntityPortrait.Comparison;
import io.averment.query.record.EntityPortrait.Reason;
import io.averment.query.record.EntityPortrait.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityPortraitTest {
    private static EntityPortrait person(
            String key, Set<String> names, @Nullable String country, Set<String> roles, Set<String> companions) {
        return new EntityPortrait(key, "PERSON", names, country, roles, companions);
    }

    private static final EntityPortrait KNOWN = person(
            "wikidata:Q1",
            Set.of("ada brook", "brook"),
            "NOR",
            Set.of("finance minister"),
            Set.of("k:1", "k:2", "k:3"));

    @Test
    void mergesUnlinkedMentionByRole() {
        EntityPortrait other = person("name:1", Set.of("ada brook"), null, Set.of("finance minister", "she"), Set.of());

        Comparison expected = new Comparison(
                Verdict.SAME,
                List.of(new Reason(Code.SHARED_NAME, "ada brook"), new Reason(Code.SHARED_ROLE, "finance minister")));
        assertEquals(expected, KNOWN.compare(other));
        assertEquals(expected, other.compare(KNOWN));
    }

    @Test
    void mergesUnlinkedMentionByCountryOrTwoCompanions() {
        assertEquals(
                Verdict.SAME,
                KNOWN.compare(person("name:1", Set.of("ada brook"), "NOR", Set.of(), Set.of()))
                        .verdict());
        assertEquals(
                Verdict.SAME,
                KNOWN.compare(person("name:1", Set.of("ada brook"), null, Set.of(), Set.of("k:3", "k:2")))
                        .verdict());
        assertEquals(
                Verdict.UNDECIDED,
                KNOWN.compare(person("name:1", Set.of("ada brook"), null, Set.of(), Set.of("k:3")))
                        .verdict());
    }

    @Test
    void keepsTwoCountriesApartWhateverElseAgrees() {
        EntityPortrait other =
                person("name:1", Set.of("ada brook"), "SWE", Set.of("finance minister"), Set.of("k:1", "k:2"));

        assertEquals(Verdict.DISTINCT, KNOWN.compare(other).verdict());
    }

    @Test
    void neverMergesOnBareSurname() {
        EntityPortrait other =
                person("article:1", Set.of("brook"), "NOR", Set.of("finance minister"), Set.of("k:1", "k:2"));

        assertEquals(new Comparison(Verdict.UNDECIDED, List.of()), KNOWN.compare(other));
    }

    @Test
    void keepsWhatTheKnowledgeBaseHasAsTwo() {
        EntityPortrait other =
                person("wikidata:Q2", Set.of("ada brook"), "NOR", Set.of("finance minister"), Set.of("k:1", "k:2"));

        assertEquals(new Comparison(Verdict.DISTINCT, List.of(new Reason(Code.TWO_KNOWN, null))), KNOWN.compare(other));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, PERSON, true",
        "PERSON, ORGANIZATION, false",
        "GROUP, PERSON, false",
        "PERSON, PLACE, false",
        "FACILITY, PERSON, false",
        "PERSON, OTHER, true",
        "UNKNOWN, PERSON, true",
        "FACILITY, ORGANIZATION, true",
        "GROUP, PLACE, true"
    })
    void knowsWhatNoPersonCanBe(String type, String another, boolean can) {
        assertEquals(can, EntityPortrait.canBeOne(type, another));
    }
}
