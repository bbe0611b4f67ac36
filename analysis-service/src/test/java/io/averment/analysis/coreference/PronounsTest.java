package io.averment.analysis.coreference;

import static io.averment.analysis.coreference.Casts.mentions;
import static io.averment.analysis.coreference.Casts.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.document.TextFault;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PronounsTest {

    private static final List<String> PIECES = List.of(
            "Iraq",
            "Iraqi",
            "the",
            "The",
            "embassy",
            "Embassy",
            "U.S.",
            "of",
            "in",
            "Baghdad",
            "Mara Voss",
            "Voss",
            "he",
            "she",
            "it",
            "its",
            "we",
            "said",
            "told",
            ",",
            ".",
            "\"",
            "“",
            "”",
            "(",
            ")",
            "PMF",
            "minister",
            "Ministry of Defense",
            "'s",
            "\n",
            "\n\n",
            "al-Rawi",
            "Dr.",
            "\uD83D\uDE00",
            "e\u0301",
            "who",
            "an",
            "adviser",
            "-",
            "I",
            "A",
            "-led");

    @Test
    void takeHeForOnlyPersonShortlyBefore() {
        String text = "Omar Rashid, the head of the port, spoke to reporters on Monday.\nHe said the quay was safe.";
        assertEquals(List.of("Omar Rashid", "He"), mentions(Casts.of(text), text, "Omar Rashid"));
    }

    @Test
    void takeSheForWomanAndHeForMan() {
        String text = "Sarah Brandt met Omar Rashid in Basra. She praised his work.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Sarah Brandt", "She"), mentions(cast, text, "Sarah Brandt"));
        assertEquals(List.of("Omar Rashid", "his"), mentions(cast, text, "Omar Rashid"));
    }

    @Test
    void takeHeForSpeakerWithoutName() {
        String text = "Omar Rashid scored twice. A teammate said he would retire. He told reporters it was time.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Omar Rashid"), mentions(cast, text, "Omar Rashid"));
        assertEquals(List.of("A teammate", "he", "He"), mentions(cast, text, "A teammate"));
    }

    @Test
    void leaveHeOpenWhereNounMayBeMeant() {
        String text = "Omar Rashid scored twice. A lobbyist said he would retire. He told reporters it was time.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Omar Rashid"), mentions(cast, text, "Omar Rashid"));
        assertEquals(List.of("Omar Rashid"), open(cast, text, "he").candidates());
        assertEquals(List.of("Omar Rashid"), open(cast, text, "He").candidates());
    }

    @Test
    void takeHeForNamedWhereWomanWithoutNameSpeaks() {
        String text = "Omar Rashid scored twice. A spokeswoman said he would retire.";
        assertEquals(List.of("Omar Rashid", "he"), mentions(Casts.of(text), text, "Omar Rashid"));
    }

    @Test
    void leaveHeOpenBetweenTwoMen() {
        String text = "The guards took Omar Rashid and Ali Karim away, and he was angry.";
        Unresolved unresolved = open(Casts.of(text), text, "he");
        assertEquals(Reason.AMBIGUOUS, unresolved.reason());
        assertEquals(List.of("Ali Karim", "Omar Rashid"), unresolved.candidates());
    }

    @Test
    void preferSubjectOfSentenceBefore() {
        String text = "Omar Rashid met Ali Karim in Basra. He said the talks went well.";
        assertEquals(List.of("Omar Rashid", "He"), mentions(Casts.of(text), text, "Omar Rashid"));
    }

    @Test
    void reachNoFurtherThanTwoSentences() {
        String text = "Omar Rashid left. The rain fell. The wind rose. The night came. He slept.";
        assertEquals(new Unresolved(Reason.NO_ANTECEDENT, List.of()), open(Casts.of(text), text, "He"));
    }

    @Test
    void takeNobodyWithinQuotationForPronounOutside() {
        String text = "Omar Rashid spoke first. \"Ali Karim is a liar,\" he said.";
        assertEquals(List.of("Omar Rashid", "he"), mentions(Casts.of(text), text, "Omar Rashid"));
    }

    @Test
    void takeItForOrganisationThatSpeaks() {
        String text = "UNICEF warned of hunger on Friday. It also said that help was late. It was raining.";
        assertEquals(List.of("UNICEF", "It"), mentions(Casts.of(text), text, "UNICEF"));
    }

    @Test
    void takeWeOfOrganisationForOrganisation() {
        String text = "\"We will not leave our posts,\" UNIFIL said.";
        assertEquals(
                List.of("We", "our", "UNIFIL"),
                mentions(Casts.of(text), text, "United Nations Interim Force in Lebanon"));
    }

    @Test
    void takeSpeakersIForSpeakerAndLeaveSpeakersWeOpen() {
        String text = "\"I know that we will win,\" Omar Rashid said.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("I", "Omar Rashid"), mentions(cast, text, "Omar Rashid"));
        assertEquals(new Unresolved(Reason.SPEAKERS_SIDE, List.of("Omar Rashid")), open(cast, text, "we"));
    }

    @Test
    void takeHeForSubjectBehindClauseInFront() {
        String text = "After he had left Basra, Omar Rashid called his lawyer.";
        assertEquals(List.of("he", "Omar Rashid", "his"), mentions(Casts.of(text), text, "Omar Rashid"));
    }

    @Test
    void takeHimselfForSubjectAndHimForAnother() {
        String text = "Ali Karim said that Omar Rashid had betrayed him. Omar Rashid blamed himself.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Ali Karim", "him"), mentions(cast, text, "Ali Karim"));
        assertEquals(List.of("Omar Rashid", "Omar Rashid", "himself"), mentions(cast, text, "Omar Rashid"));
    }

    @Test
    void takeNobodyForHeOfHisOwnWords() {
        String text = "Omar Rashid spoke on Monday. \"He is a liar,\" Rashid said of his rival.";
        assertEquals(new Unresolved(Reason.NO_ANTECEDENT, List.of()), open(Casts.of(text), text, "He"));
    }

    @Test
    void takeItThatIsReportedForWhoSaysSo() {
        String text = "Hezbollah said that it had hit the base.";
        assertEquals(List.of("Hezbollah", "it"), mentions(Casts.of(text), text, "Hezbollah"));
    }

    @Test
    void leaveItsOpenWhereNounWithoutNameMayBeMeant() {
        String text = "UNICEF warned that the famine would reach its offices.";
        assertEquals(new Unresolved(Reason.UNCERTAIN, List.of("UNICEF")), open(Casts.of(text), text, "its"));
    }

    @Test
    void takeHeAndSheForPeopleOfOneName() {
        String text = "Sarah blamed David for the loss. \"I never stole,\" he said. \"You did,\" she said.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("David", "I", "he"), mentions(cast, text, "David"));
        assertEquals(List.of("Sarah", "she"), mentions(cast, text, "Sarah"));
    }

    @Test
    void takeObjectForOtherOfTwoPeopleOfOneName() {
        String text = "Ingrid met Pavel in the market. He told her that the stalls were closing.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Ingrid", "her"), mentions(cast, text, "Ingrid"));
        assertEquals(List.of("Pavel", "He"), mentions(cast, text, "Pavel"));
    }

    @Test
    void takeSingleNameBehindTitleForSurname() {
        String text = "Senator Thomas spoke first. She praised the bill.";
        assertEquals(List.of("Thomas", "She"), mentions(Casts.of(text), text, "Thomas"));
    }

    @Test
    void takePossessiveForWomanRatherThanForMan() {
        String text = "Harbour Minister Petra Lund resigned. Prime Minister Marek Stroud accepted her resignation. "
                + "He thanked her.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Petra Lund", "her", "her"), mentions(cast, text, "Petra Lund"));
        assertEquals(List.of("Marek Stroud", "He"), mentions(cast, text, "Marek Stroud"));
    }

    @Test
    void leavePossessiveOpenWhereGendersAreNotKnown() {
        String text = "Harbour Minister Quen Lund resigned. Prime Minister Tarrow Stroud accepted her resignation.";
        assertEquals(
                new Unresolved(Reason.AMBIGUOUS, List.of("Tarrow Stroud", "Quen Lund")),
                open(Casts.of(text), text, "her"));
    }

    @Test
    void leaveWritersIToNobody() {
        String text = "The mayor told me that I was wrong. My wife says that I am too harsh. We laughed.";
        assertTrue(Casts.of(text).references().stream()
                .noneMatch(reference -> List.of("I", "me", "My", "We")
                        .contains(reference.mention().span().of(text))));
    }

    @Test
    void takeIWithinQuotedWordsOfReportForSpeaker() {
        String text = "Omar Rashid said that \"I am tired\" of it, and that my story bored him.";
        assertEquals(
                List.of("Omar Rashid", "I"),
                mentions(Casts.of(text), text, "Omar Rashid").subList(0, 2));
        assertTrue(Casts.of(text).references().stream()
                .noneMatch(reference -> reference.mention().span().of(text).equals("my")));
    }

    @Test
    void takeIOfTurnForNobodyWhomTheTurnNames() {
        String text =
                "Q: How did you begin?\n\nA: Omar Rashid told me to sing.\n\nQ: And then?\n\nA: I sang for years.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Omar Rashid"), mentions(cast, text, "Omar Rashid"));
    }

    @Test
    void takeIOfTurnForItsSpeaker() {
        String text = "Omar Rashid: I came late.\n\nSarah Brandt: I know.\n\nOmar Rashid: I am sorry.";
        Cast cast = Casts.of(text);
        assertEquals(List.of("Omar Rashid", "I", "Omar Rashid", "I"), mentions(cast, text, "Omar Rashid"));
        assertEquals(List.of("Sarah Brandt", "I"), mentions(cast, text, "Sarah Brandt"));
    }

    /** Whatever the text, mentions are in order, do not overlap, and name entities that are there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void holdTogetherForArbitraryText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(80);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            if (TextFault.of(text.toString()).isPresent()) {
                continue;
            }
            assertHolds(Casts.of(text.toString()), text.toString());
        }
    }

    private static void assertHolds(Cast cast, String text) {
        List<String> ids = cast.entities().stream().map(Entity::id).toList();
        int end = 0;
        for (Reference reference : cast.references()) {
            assertTrue(reference.mention().span().start() >= end, text);
            end = reference.mention().span().end();
            String entity = reference.entity();
            assertTrue(entity == null || ids.contains(entity), text);
        }
        assertTrue(end <= text.length());
        assertEquals(cast, Casts.of(text));
    }
}
