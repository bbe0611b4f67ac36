package io.averment.analysis.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A tree in Clear style (Choi and Palmer 2012), brought nearer to Universal Dependencies: content words become the heads of
 * prepositions and copulas, coordination hangs on its first member. What it gives is no treebank but what a network learns most of
 * Universal Dependencies from, before it learns the rest from a real one. One sentence, not thread-safe; quadratic in it.
 */
final class ClearTree {

    private static final Set<String> PREPOSITIONAL = Set.of("prep", "agent", "dative");
    private static final Set<String> PREDICATES = Set.of("attr", "acomp");
    private static final Set<String> SEPARATORS = Set.of(",", "HYPH");
    private static final String CASE = "case";
    private static final String COPULA = "cop";
    private static final String CONJUNCT = "conj";

    /** Fewer may be errors. */
    private static final int FEW = 3;

    private final TreebankSentence sentence;
    private final Set<String> copulas;
    private final int[] heads;
    private final String[] relations;

    private ClearTree(TreebankSentence sentence, Set<String> copulas) {
        this.sentence = sentence;
        this.copulas = copulas;
        this.heads = sentence.heads().clone();
        this.relations = sentence.relations().clone();
    }

    /**
     * The sentence with its converted tree.
     *
     * @param copulas forms of the copula in lower case, as {@link #copulas} finds them
     */
    static TreebankSentence converted(TreebankSentence sentence, Set<String> copulas) {
        ClearTree tree = new ClearTree(sentence, copulas);
        tree.coordinate();
        tree.turnPrepositions();
        tree.turnCopulas();
        tree.punctuate();
        return sentence.withTree(tree.heads, tree.relations);
    }

    /** The forms that are copulas in a treebank of Universal Dependencies, more than once or twice. */
    static Set<String> copulas(List<TreebankSentence> treebank) {
        Map<String, Integer> counts = new HashMap<>();
        for (TreebankSentence sentence : treebank) {
            for (int i = 0; i < sentence.size(); i++) {
                if (sentence.relations()[i].equals(COPULA)) {
                    counts.merge(sentence.forms()[i].toLowerCase(Locale.ROOT), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < FEW);
        return Set.copyOf(counts.keySet());
    }

    /** Conjunctions and commas go to the member that follows, all members to the first. */
    private void coordinate() {
        int[] before = heads.clone();
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] >= 0 && (relations[i].equals("cc") || isComma(i))) {
                int member = childAfter(before, i, before[i]);
                if (member >= 0) {
                    heads[i] = member;
                }
            }
        }
        for (int i = 0; i < heads.length; i++) {
            while (relations[i].equals(CONJUNCT) && heads[i] >= 0 && relations[heads[i]].equals(CONJUNCT)) {
                heads[i] = heads[heads[i]];
            }
        }
    }

    private boolean isComma(int token) {
        return relations[token].equals("punct") && sentence.xpos()[token].equals(",");
    }

    /** The next child of {@code head} behind a token if it is a member of a coordination; -1 if it is not. */
    private int childAfter(int[] before, int token, int head) {
        if (token < head) {
            return -1;
        }
        for (int i = token + 1; i < heads.length; i++) {
            if (before[i] == head && !relations[i].equals("cc") && !relations[i].equals("punct")) {
                return relations[i].equals(CONJUNCT) ? i : -1;
            }
        }
        return -1;
    }

    /** From the last to the first, so that a preposition's own preposition ("out of") has been turned before it. */
    private void turnPrepositions() {
        for (int i = heads.length - 1; i >= 0; i--) {
            if (!PREPOSITIONAL.contains(relations[i])) {
                continue;
            }
            int object = child(i, Set.of("pobj", "pcomp"));
            if (object < 0 && sentence.xpos()[i].equals("IN")) {
                object = child(i, PREPOSITIONAL);
            }
            if (object >= 0) {
                turn(i, object, relations[object].equals("pcomp") ? "mark" : CASE);
            }
        }
    }

    private void turnCopulas() {
        for (int i = heads.length - 1; i >= 0; i--) {
            if (isCopula(i) && !relations[i].startsWith("aux") && !isExistential(i)) {
                int predicate = child(i, PREDICATES);
                if (predicate < 0 && child(i, Set.of("ccomp", "xcomp", "advcl")) < 0) {
                    predicate = child(i, PREPOSITIONAL);
                }
                if (predicate >= 0) {
                    turn(i, predicate, COPULA);
                }
            }
        }
    }

    private boolean isCopula(int token) {
        return copulas.contains(sentence.forms()[token].toLowerCase(Locale.ROOT));
    }

    private boolean isExistential(int verb) {
        return IntStream.range(0, heads.length).anyMatch(i -> heads[i] == verb && relations[i].equals("expl"));
    }

    /** The last mark goes to the root, a comma or hyphen to the part of the sentence that it separates from what is above it. */
    private void punctuate() {
        for (int i = 0; i < heads.length; i++) {
            if (relations[i].equals("punct") && heads[i] >= 0 && isLeaf(i)) {
                int left = highest(i, -1);
                int right = highest(i, 1);
                if (right < 0) {
                    heads[i] = root();
                } else if (left >= 0 && SEPARATORS.contains(sentence.xpos()[i])) {
                    heads[i] = heads[left] < 0 ? right : left;
                }
            }
        }
    }

    private boolean isLeaf(int token) {
        return Arrays.stream(heads).noneMatch(head -> head == token);
    }

    private int root() {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] < 0) {
                return i;
            }
        }
        return 0;
    }

    /** The highest token on one side of a mark that is reached from its neighbour on that side alone; -1 when there is none. */
    private int highest(int mark, int step) {
        int token = mark + step;
        while (token >= 0 && token < heads.length && relations[token].equals("punct")) {
            token += step;
        }
        if (token < 0 || token >= heads.length) {
            return -1;
        }
        while (heads[token] >= 0 && (heads[token] - mark) * step > 0) {
            token = heads[token];
        }
        return token;
    }

    /** The first child behind a token that has one of some relations; -1 when there is none. */
    private int child(int token, Set<String> wanted) {
        for (int i = token + 1; i < heads.length; i++) {
            if (heads[i] == token && wanted.contains(relations[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Exchanges a head with its child; the head's other children go with it. */
    private void turn(int head, int child, String relation) {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] == head) {
                heads[i] = child;
            }
        }
        heads[child] = heads[head];
        relations[child] = relations[head];
        heads[head] = child;
        relations[head] = relation;
    }
}
