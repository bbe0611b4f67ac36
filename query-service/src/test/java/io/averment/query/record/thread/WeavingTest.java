package io.averment.query.record.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.record.ArticleId;
import io.averment.query.record.thread.Quotation.Relation;
import io.averment.query.record.thread.Reason.Code;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeavingTest {
    private static final Voice PORT = Voice.of("The Port Authority", "name:1");

    private static ThreadFact fact(int number, LocalDate day, Evidence evidence) {
        ArticleId article = new ArticleId(UUID.nameUUIDFromBytes(("a" + number).getBytes(StandardCharsets.UTF_8)));
        Instant accepted = Instant.EPOCH.plusSeconds(number);
        return new ThreadFact(
                new FactPlace(accepted, article, 0, "f1"),
                day,
                new Source(article.toString(), null, "t" + number),
                evidence);
    }

    private static Undertaking undertaking(String act, @Nullable String object, @Nullable String due) {
        ActWords words = ActWords.of(act, object, PORT).orElseThrow();
        LocalDate day = due == null ? null : LocalDate.parse(due);
        return new Undertaking(
                PORT, words.act(), words.terms(), words.head(), day, day, false, Undertaking.Report.UNDERTAKEN);
    }

    /** What stands after the verb. */
    private static String object(String act) {
        return act.substring(act.indexOf(' ') + 1);
    }

    private static ThreadFact quoted(int number, String speaker, String words) {
        return fact(
                number,
                LocalDate.EPOCH,
                Quotation.of(Voice.of(speaker, null), words).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open the gate | open the new tidal gate | true",
                "cut the fuel tax | reduce the tax on fuel | true",
                "build a clinic in the Taza camp | build a school in the Taza camp | false",
                "build a terminal in Essary | build a terminal in Quell | false",
                "cut 1,200 jobs | cut 300 jobs | false",
                "open the gate | close the gate | false",
                "freeze the price of bread | freeze the price of milk | false"
            })
    void linksTheSameActAlone(String one, String other, boolean linked) {
        ThreadFact first = fact(1, LocalDate.EPOCH, undertaking(one, object(one), null));
        ThreadFact second = fact(2, LocalDate.EPOCH.plusDays(9), undertaking(other, object(other), null));

        assertEquals(linked, Weaving.link(first, second).isPresent());
        assertEquals(
                Weaving.link(first, second).isPresent(),
                Weaving.link(second, first).isPresent());
    }

    @Test
    void leavesWhatIsAnnouncedLongAfterTheDeadlineApart() {
        ThreadFact first = fact(1, LocalDate.of(2024, 1, 5), undertaking("raise the toll", "the toll", "2024-03-31"));
        ThreadFact moved = fact(2, LocalDate.of(2024, 4, 5), undertaking("raise the toll", "the toll", "2024-09-30"));
        ThreadFact again = fact(3, LocalDate.of(2025, 1, 5), undertaking("raise the toll", "the toll", "2025-03-31"));

        assertTrue(Weaving.link(first, moved).isPresent());
        assertEquals(Optional.empty(), Weaving.link(first, again));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We will not wait. | We will not wait | VERBATIM",
                "We will not wait for them | not wait for them | TRIMMED",
                "We were promised six and offered four | We were promised six and were offered four | ALTERED"
            })
    void tellsHowWordsDiffer(String one, String other, Relation relation) {
        assertEquals(
                List.of(new Reason(Code.SAME_VOICE, "ada brook"), new Reason(Code.valueOf(relation.name()), null)),
                Weaving.link(quoted(1, "Ada Brook", one), quoted(2, "Ada Brook", other))
                        .orElseThrow());
    }

    @Test
    void leavesSameWordsOfAnotherApart() {
        String words = "Shade is not a luxury";

        assertEquals(Optional.empty(), Weaving.link(quoted(1, "Thomas Gell", words), quoted(2, "Sunniva Gell", words)));
        assertEquals(
                Optional.empty(),
                Weaving.link(quoted(1, "Thomas Gell", words), quoted(2, "Thomas Gell", "A luxury is shade, they say")));
    }

    @Test
    void joinsOverOthersAndNamesTheThreadByItsFirstFact() {
        ThreadFact whole = quoted(2, "Ada Brook", "We build doors and we build walls and gates");
        ThreadFact first = quoted(1, "Ada Brook", "We build doors");
        ThreadFact last = quoted(3, "Ada Brook", "we build walls and gates");

        List<FactThread> threads = Weaving.weave(List.of(last, whole, first));

        assertEquals(List.of(new FactThread(List.of(first, whole, last))), threads);
        assertEquals(new FactThread(List.of(first)).id(), threads.getFirst().id());
    }

    @Test
    void countsCopiesAsOneWitness() {
        List<Source> sources = List.of(
                new Source("a", null, "t1"),
                new Source("b", null, "t1"),
                new Source("c", "a", "t2"),
                new Source("d", null, "t3"));

        assertEquals(2, Source.independent(sources));
    }

    @Test
    void namesBadLinesOfItsWords() {
        assertEquals(
                "/thread/words.tsv, line 2 is not of its form or repeats a word",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Words.read(List.of("act\topen\topen opens", "act\tclose\tclose opens")))
                        .getMessage());
    }

    /** Two of six keys, a fourth of a sample, and one of what is short, so that a stretch of three such words is found. */
    @Test
    void asksForFewSharedKeys() {
        FactKeys five = Weaving.keys(quoted(1, "Mara Voss", "harbour gates quays cranes barges"));
        FactKeys six = Weaving.keys(quoted(2, "Mara Voss", "harbour lights tugs pilots ropes anchors"));
        FactKeys other = Weaving.keys(quoted(3, "Mara Voss", "lights harbour masts sails hulls keels"));
        FactKeys sample = Weaving.keys(quoted(
                4,
                "Mara Voss",
                "harbour gates quays cranes barges lights tugs pilots ropes anchors masts sails hulls keels decks"));

        assertEquals(1, five.leastShared());
        assertEquals(2, six.leastShared());
        assertEquals(3, sample.leastShared());
        assertTrue(five.reach(six));
        assertTrue(six.reach(other));
        assertTrue(five.reach(sample));
        assertFalse(other.reach(Weaving.keys(quoted(5, "Mara Voss", "keels docks wharves locks slips bollards"))));
        assertFalse(five.reach(Weaving.keys(quoted(6, "Another Voice", "harbour gates quays cranes barges"))));
    }

    private static final List<String> VOCABULARY = List.of(
            ("harbour gates quays cranes barges lights tugs pilots ropes anchors masts sails hulls keels decks doctors market court school"
                            + " money water prices troops train grain oil power ferry minister seeds")
                    .split(" "));

    private static String words(Random random, int count) {
        return random.ints(count, 0, VOCABULARY.size())
                .mapToObj(VOCABULARY::get)
                .collect(Collectors.joining(" "));
    }

    /** Also where a word is said twice, so that three in a row share their smallest with others. */
    @Test
    void findsStretchOfQuotation() {
        Random random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            String part = words(random, 3 + random.nextInt(20));
            ThreadFact whole =
                    quoted(1, "Mara Voss", words(random, random.nextInt(12)) + ' ' + part + ' ' + words(random, 1));
            assertTrue(Weaving.link(whole, quoted(2, "Mara Voss", part)).isPresent(), part);
        }
    }

    /** Else whether they are linked would follow from what else is read. */
    @Test
    void linksOnlyWhatIsFound() {
        Random random = new Random(20);
        int unreached = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> said = List.of(words(random, 13).split(" "));
            List<String> altered = new ArrayList<>(said);
            for (int change = 0; change < 3; change++) {
                altered.set(4 * change + random.nextInt(4), words(random, 1));
            }
            Quotation one = Quotation.of(Voice.of("Mara Voss", null), String.join(" ", said))
                    .orElseThrow();
            Quotation other = Quotation.of(Voice.of("Mara Voss", null), String.join(" ", altered))
                    .orElseThrow();
            ThreadFact first = fact(1, LocalDate.EPOCH, one);
            ThreadFact second = fact(2, LocalDate.EPOCH, other);
            boolean reach = Weaving.keys(first).reach(Weaving.keys(second));
            assertTrue(one.relation(other).isPresent());
            assertEquals(reach, Weaving.link(first, second).isPresent());
            unreached += reach ? 0 : 1;
        }
        // What it costs: of altered quotations this many are not found.
        assertEquals(1, unreached);
    }
}
