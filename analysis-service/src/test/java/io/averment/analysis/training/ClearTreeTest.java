package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClearTreeTest {

    /** @param lines form, Penn tag, head counted from 1, relation; parted by blanks */
    private static TreebankSentence converted(String... lines) throws IOException {
        StringBuilder treebank = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split(" ", -1);
            treebank.append(i + 1)
                    .append('\t')
                    .append(parts[0])
                    .append("\t_\t_\t")
                    .append(parts[1]);
            treebank.append("\t_\t")
                    .append(parts[2])
                    .append('\t')
                    .append(parts[3])
                    .append("\t_\t_\n");
        }
        byte[] content = treebank.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return ClearTree.converted(
                Treebank.read(new ByteArrayInputStream(content)).getFirst(), Set.of("is"));
    }

    @Test
    void makeObjectHeadOfPreposition() throws IOException {
        TreebankSentence sentence = converted(
                "He PRP 2 nsubj", "ran VBD 0 root", "out IN 2 prep", "of IN 3 prep", "town NN 4 pobj", ". . 2 punct");
        assertArrayEquals(new int[] {1, -1, 4, 4, 1, 1}, sentence.heads());
        assertArrayEquals(new String[] {"nsubj", "root", "case", "case", "prep", "punct"}, sentence.relations());
    }

    @Test
    void makePredicateHeadOfCopula() throws IOException {
        TreebankSentence sentence = converted("She PRP 2 nsubj", "is VBZ 0 root", "a DT 4 det", "judge NN 2 attr");
        assertArrayEquals(new int[] {3, 3, 3, -1}, sentence.heads());
        assertArrayEquals(new String[] {"nsubj", "cop", "det", "root"}, sentence.relations());
    }

    @Test
    void keepExistentialBeAsHead() throws IOException {
        TreebankSentence sentence = converted("There EX 2 expl", "is VBZ 0 root", "hope NN 2 attr");
        assertArrayEquals(new int[] {1, -1, 1}, sentence.heads());
    }

    @Test
    void attachMembersToFirst() throws IOException {
        TreebankSentence sentence = converted(
                "Ali NNP 0 root", ", , 1 punct", "Omar NNP 1 conj", ", , 3 punct", "and CC 3 cc", "Sara NNP 3 conj");
        assertArrayEquals(new int[] {-1, 2, 0, 5, 5, 0}, sentence.heads());
        assertEquals("conj", sentence.relations()[5]);
    }

    @Test
    void attachLastMarkToRoot() throws IOException {
        TreebankSentence sentence =
                converted("He PRP 2 nsubj", "said VBD 0 root", "she PRP 4 nsubj", "left VBD 2 ccomp", ". . 4 punct");
        assertArrayEquals(new int[] {1, -1, 3, 1, 1}, sentence.heads());
    }

    @Test
    void takeCopulasFromTreebank() throws IOException {
        TreebankSentence sentence = TrainedNetworkTest.sentences().getFirst();
        String[] relations = {"cop", "cop", "root", "punct"};
        TreebankSentence changed = sentence.withTree(sentence.heads(), relations);
        assertEquals(Set.of("the", "dogs"), ClearTree.copulas(List.of(changed, changed, changed)));
        assertEquals(Set.of(), ClearTree.copulas(List.of(changed, changed)));
    }

    @Test
    void keepEveryTreeATree() throws IOException {
        String[] relations = {"prep", "pobj", "pcomp", "attr", "acomp", "cc", "conj", "punct", "expl", "nsubj"};
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            int size = 1 + random.nextInt(14);
            int first = random.nextInt(size);
            String[] lines = new String[size];
            for (int i = 0; i < size; i++) {
                // From a token further on in the circle that begins with the root, so that there is no way back.
                int place = Math.floorMod(i - first, size);
                int head = place == 0 ? 0 : 1 + Math.floorMod(first + random.nextInt(place), size);
                String form = random.nextBoolean() ? "is" : "word";
                String relation = head == 0 ? "root" : relations[random.nextInt(relations.length)];
                lines[i] = form + (relation.equals("punct") ? " , " : " IN ") + head + " " + relation;
            }
            int[] heads = converted(lines).heads();
            assertEquals(1, Arrays.stream(heads).filter(head -> head < 0).count());
            for (int i = 0; i < size; i++) {
                int steps = 0;
                for (int up = i; up >= 0; up = heads[up]) {
                    assertTrue(steps++ < size);
                }
            }
        }
    }
}
