package io.averment.analysis.coreference;

import static io.averment.analysis.coreference.Casts.entity;
import static io.averment.analysis.coreference.Casts.mentions;
import static io.averment.analysis.coreference.Casts.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesAndRolesTest {

    @Test
    void gatherEmbassyAndKeepItApartFromItsCountry() {
        String text = "The U.S. Embassy in Baghdad said on Monday that the talks were over.\n"
                .concat("The embassy added that the United States would stay engaged.\n")
                .concat("A US Embassy official declined to comment, and Iraq did not answer.");
        Cast cast = Casts.of(text);
        assertEquals(List.of("U.S. Embassy", "The embassy", "US Embassy"), mentions(cast, text, "U.S. Embassy"));
        assertEquals(EntityType.ORGANIZATION, entity(cast, "U.S. Embassy").type());
        assertEquals("USA", entity(cast, "U.S. Embassy").country());
        assertEquals(List.of("United States"), mentions(cast, text, "United States"));
        assertEquals("US", entity(cast, "United States").external().get("averment"));
    }

    @Test
    void keepEmbassiesInTwoPlacesApart() {
        String text = "The French Embassy in Beirut was closed, while the French Embassy in Amman stayed open.";
        List<Entity> embassies = Casts.of(text).entities().stream()
                .filter(entity -> entity.type() == EntityType.ORGANIZATION)
                .toList();
        assertEquals(2, embassies.size());
    }

    @Test
    void leaveMinistryOfTwoCountriesOpen() {
        String text = "Jordan and Egypt signed the accord. The Ministry of Defense declined to comment.";
        Unresolved unresolved = Objects.requireNonNull(
                entity(Casts.of(text), "Ministry of Defense").unresolved());
        assertEquals(Reason.COUNTRY_NOT_SAID, unresolved.reason());
        assertEquals(List.of("Ministry of Defense (Jordan)", "Ministry of Defense (Egypt)"), unresolved.candidates());
    }

    @Test
    void giveMinistryToTheOneCountrySpokenOf() {
        String text = "Jordan signed the accord. The Ministry of Defense declined to comment.";
        Entity ministry = entity(Casts.of(text), "Ministry of Defense");
        assertEquals("JOR", ministry.country());
        assertNull(ministry.unresolved());
    }

    @Test
    void takeForeignMinistryForMinistryOfForeignAffairs() {
        String text =
                "The Iraqi Ministry of Foreign Affairs summoned the envoy. Iraq's Foreign Ministry said so on Friday, "
                        + "after Turkey had protested. The ministry gave no details.";
        Cast cast = Casts.of(text);
        assertEquals(
                List.of("Iraqi Ministry of Foreign Affairs", "Iraq's Foreign Ministry", "The ministry"),
                mentions(cast, text, "Iraqi Ministry of Foreign Affairs"));
        assertTrue(cast.entities().stream().noneMatch(entity -> entity.name().equals("Iraq")));
    }

    @Test
    void expandAbbreviationThatTextExplains() {
        String text = "Fighters of the Popular Mobilization Forces (PMF) left the town. The PMF lost two men.";
        Cast cast = Casts.of(text);
        assertEquals(
                List.of("Popular Mobilization Forces", "PMF", "PMF"),
                mentions(cast, text, "Popular Mobilization Forces"));
        assertEquals(
                "pmf", entity(cast, "Popular Mobilization Forces").external().get("averment"));
    }

    @Test
    void expandAbbreviationOfSomethingUnknown() {
        String text = "The Northern Harbour Trust (NHT) bought the quay. Nobody at NHT could be reached.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Northern Harbour Trust", "NHT", "NHT"), mentions(cast, text, "Northern Harbour Trust"));
        assertEquals(
                new Unresolved(Reason.NOT_KNOWN, List.of()),
                entity(cast, "Northern Harbour Trust").unresolved());
    }

    @Test
    void believeTextBeforeKnowledgeAboutAbbreviation() {
        String text = "The Southern Docks Foundation (SDF) was founded in Syria. The SDF has forty members.";
        Cast cast = Casts.of(text);
        assertEquals(
                List.of("Southern Docks Foundation", "SDF", "SDF"), mentions(cast, text, "Southern Docks Foundation"));
    }

    @Test
    void gatherNamesOfOnePerson() {
        String text = "Samir al-Hadidi, an adviser to the governor, said the road was open.\n"
                + "Al-Hadidi spoke in Kirkuk.\nThe adviser added that Mr. Hadidi's own car had used it.";
        Cast cast = Casts.of(text);
        assertEquals(
                List.of("Samir al-Hadidi", "Al-Hadidi", "The adviser", "Hadidi"),
                mentions(cast, text, "Samir al-Hadidi"));
    }

    @Test
    void leaveSurnameOfTwoPeopleOpen() {
        String text = "President Anna Keller met Minister Paul Keller in Vienna. Keller left early.";
        Entity surname = Casts.of(text).entities().getLast();
        assertEquals(new Unresolved(Reason.AMBIGUOUS, List.of("anna keller", "paul keller")), surname.unresolved());
    }

    @Test
    void leaveSurnameOfCoupleOpen() {
        String text = "John and Mary Keller bought the mill. Keller said it would reopen.";
        Entity surname = Casts.of(text).entities().getLast();
        assertEquals(new Unresolved(Reason.AMBIGUOUS, List.of("mary keller", "john")), surname.unresolved());
    }

    @Test
    void takeSurnameBesideAnotherGivenNameForTheOneNamed() {
        String text = "Obama and Mary Keller bought the mill. Keller said it would reopen.";
        assertEquals(List.of("Mary Keller", "Keller"), mentions(Casts.of(text), text, "Mary Keller"));
    }

    @Test
    void cutTitleBeforeGivenNameOfBothGenders() {
        String text = "Teammate Jordan Bell said he would retire.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Jordan Bell", "he"), mentions(cast, text, "Jordan Bell"));
        assertEquals(
                Optional.of(Casts.entity(cast, "Jordan Bell").id()),
                cast.entityOf(new Span(0, "Teammate Jordan Bell".length())));
    }

    @Test
    void decideBetweenPlacesByCountrySpokenOf() {
        String lebanon = "Lebanon's army sent troops to Tripoli after the Lebanese cabinet met in Beirut.";
        assertEquals("LBN", entity(Casts.of(lebanon), "Tripoli").country());
        String libya = "Clashes broke out in Tripoli, and Libya's government blamed militias from Misrata.";
        assertEquals("LBY", entity(Casts.of(libya), "Tripoli").country());
    }

    @Test
    void takeGeorgiaForCountryUnlessStatesAreSpokenOf() {
        assertEquals(
                "GEO",
                entity(Casts.of("Georgia and Armenia opened the border near Tbilisi."), "Georgia")
                        .country());
        Entity state =
                Casts.of("Voters in Atlanta and across Georgia waited, as in Texas and Ohio.").entities().stream()
                        .filter(entity -> entity.name().startsWith("Georgia"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("USA", state.country());
    }

    @Test
    void findGroupThatRoleStandsFor() {
        String text = "Hezbollah fired rockets on Sunday. The group said it had hit a base.";
        assertEquals(List.of("Hezbollah", "The group", "it"), mentions(Casts.of(text), text, "Hezbollah"));
    }

    @Test
    void leaveRoleOfTwoThingsOpen() {
        String text = "Hezbollah and Hamas fired rockets on Sunday. The group gave no reason.";
        Unresolved unresolved = open(Casts.of(text), text, "The group");
        assertEquals(Reason.AMBIGUOUS, unresolved.reason());
        assertEquals(List.of("Hamas", "Hezbollah"), unresolved.candidates());
    }

    @Test
    void findHolderOfOffice() {
        String text = "Keir Starmer flew to Ankara on Monday. The prime minister met Recep Tayyip Erdogan there.";
        assertEquals(List.of("Keir Starmer", "The prime minister"), mentions(Casts.of(text), text, "Keir Starmer"));
    }

    @Test
    void placeCityInItsCountry() {
        Entity erbil = entity(Casts.of("The plane landed in Erbil."), "Erbil");
        assertEquals("IRQ", erbil.country());
        assertEquals(36.19, Objects.requireNonNull(erbil.at()).latitude());
    }

    @Test
    void leavePartyOfSeveralCountriesOpenUnlessTextDecides() {
        Unresolved open = Objects.requireNonNull(
                entity(Casts.of("The Baath Party was banned."), "Baath Party").unresolved());
        assertEquals(new Unresolved(Reason.AMBIGUOUS, List.of("Baath Party (Syria)", "Baath Party (Iraq)")), open);
        assertEquals(
                "IRQ",
                entity(Casts.of("The Baath Party was banned in Iraq in 2003."), "Baath Party (Iraq)")
                        .country());
        assertEquals(
                "GBR",
                entity(Casts.of("The Labour Party won in London."), "Labour Party (United Kingdom)")
                        .country());
    }

    @Test
    void gatherInstitutionOfNobodySaidInOneEntity() {
        String text =
                "Jordan and Egypt signed. The Ministry of Defense was silent. Nobody called the Ministry of Defense.";
        assertEquals(
                List.of("Ministry of Defense", "Ministry of Defense"),
                mentions(Casts.of(text), text, "Ministry of Defense"));
    }

    @Test
    void takeNoRoleForThingWithoutItsAttribute() {
        String text = "The Iraqi government met on Monday. The regional government protested.";
        assertEquals(List.of("Iraqi government"), mentions(Casts.of(text), text, "Iraqi government"));
    }

    @Test
    void keepPeopleOfDifferentInitialsApart() {
        String text =
                "Governor Paul H. Keller spoke first. His son Paul W. Keller thanked the voters. Paul Henry Keller left. "
                        + "Paul Keller stayed. Keller was tired.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Paul H. Keller", "His", "Paul Henry Keller"), mentions(cast, text, "Paul Henry Keller"));
        assertEquals(List.of("Paul W. Keller"), mentions(cast, text, "Paul W. Keller"));
        Unresolved either = new Unresolved(Reason.AMBIGUOUS, List.of("paul henry keller", "paul w keller"));
        assertEquals(either, entity(cast, "Paul Keller").unresolved());
        assertEquals(either, entity(cast, "Keller").unresolved());
    }

    @Test
    void keepPeopleOfOneSentenceApartAndJoinShorterNameOfAnother() {
        String apart = "Senator Paul Henry Keller met the banker Paul Keller on the quay on Monday.";
        assertEquals(List.of("Paul Keller"), mentions(Casts.of(apart), apart, "Paul Keller"));
        String one = "Senator Paul Henry Keller spoke on the quay. Paul Keller was hoarse.";
        assertEquals(List.of("Paul Henry Keller", "Paul Keller"), mentions(Casts.of(one), one, "Paul Henry Keller"));
    }

    @Test
    void keepSonWithSuffixApartFromKnownFather() {
        String text = "Keir Starmer Jr. waited at the airport. Keir Starmer flew to Ankara on Monday.";
        assertEquals(List.of("Keir Starmer"), mentions(Casts.of(text), text, "Keir Starmer"));
    }

    @Test
    void takeEverydayWordAtStartOfQuotationForNoName() {
        assertEquals(
                List.of("Montoya"),
                Casts.of("Montoya said: \"Let me in.\"").entities().stream()
                        .map(Entity::name)
                        .toList());
    }
}
