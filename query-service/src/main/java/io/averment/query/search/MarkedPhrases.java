package io.averment.query.search;

import io.averment.query.record.Extent;
import io.averment.query.search.WordQuery.All;
import io.averment.query.search.WordQuery.Any;
import io.averment.query.search.WordQuery.Near;
import io.averment.query.search.WordQuery.Not;
import io.averment.query.search.WordQuery.Phrase;
import io.averment.query.search.WordQuery.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phrases of a query, as they are found again among the marked words of a text: a phrase becomes one mark, and its words are marked
 * nowhere else, unless the query asks for them by themselves too. Which word is which term's, and which terms are never looked for, like
 * "the", is told by the database. Immutable.
 *
 * @param phrases each by the places of its terms
 * @param alone places of the terms that the query asks for by themselves
 */
record MarkedPhrases(List<List<Integer>> phrases, Set<Integer> alone) {

    MarkedPhrases {
        phrases = phrases.stream().map(List::copyOf).toList();
        alone = Set.copyOf(alone);
    }

    /** The terms of a query's phrases and the others, numbered as {@code terms} lists them; terms are added to it. */
    static MarkedPhrases of(WordQuery query, Map<Term, Integer> terms) {
        List<List<Integer>> phrases = new ArrayList<>();
        Set<Integer> alone = new HashSet<>();
        collect(query, terms, phrases, alone);
        return new MarkedPhrases(phrases, alone);
    }

    private static void collect(
            WordQuery query, Map<Term, Integer> terms, List<List<Integer>> phrases, Set<Integer> alone) {
        switch (query) {
            case Term term -> alone.add(place(term, terms));
            case Phrase(List<Term> parts) ->
                phrases.add(parts.stream().map(part -> place(part, terms)).toList());
            case Near(WordQuery.Placed one, WordQuery.Placed other, int distance) -> {
                collect(one, terms, phrases, alone);
                collect(other, terms, phrases, alone);
            }
            case Not not -> {} // does not make a text match
            case All(List<WordQuery> parts) -> parts.forEach(part -> collect(part, terms, phrases, alone));
            case Any(List<WordQuery> parts) -> parts.forEach(part -> collect(part, terms, phrases, alone));
        }
    }

    private static int place(Term term, Map<Term, Integer> terms) {
        return terms.computeIfAbsent(term, any -> terms.size());
    }

    /** For {@link #read}: places divided by blanks, phrases by commas; on a second line those alone. */
    String write() {
        return phrases.stream().map(MarkedPhrases::written).collect(Collectors.joining(","))
                + '\n'
                + written(alone.stream().sorted().toList());
    }

    private static String written(List<Integer> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static MarkedPhrases read(String phrases, String alone) {
        return new MarkedPhrases(
                Arrays.stream(phrases.split(",", -1)).map(MarkedPhrases::places).toList(), Set.copyOf(places(alone)));
    }

    private static List<Integer> places(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(" ", -1)).map(Integer::valueOf).toList();
    }

    /** A marked word: where it stands, and of which terms it is one. */
    record Word(Extent extent, Set<Integer> terms) {}

    /**
     * The marks of words and phrases, in the order of the text; of words alone where no phrase can be found again and nothing else is left.
     *
     * @param text in code points
     * @param words in the order of the text
     * @param passedOver places of the terms that are never looked for
     */
    List<Extent> marks(int[] text, List<Word> words, Set<Integer> passedOver) {
        List<Extent> found = new ArrayList<>();
        for (List<Integer> phrase : phrases) {
            for (int first = 0; first < words.size(); first++) {
                int last = last(phrase, text, words, first, passedOver);
                if (last >= first) {
                    found.add(new Extent(
                            words.get(first).extent().start(),
                            words.get(last).extent().end()));
                }
            }
        }
        words.stream()
                .filter(word -> word.terms().stream().anyMatch(alone::contains))
                .forEach(word -> found.add(word.extent()));
        return found.isEmpty() ? words.stream().map(Word::extent).toList() : joined(found);
    }

    /** The word that a phrase ends with when it begins with this one; -1 when it does not stand here. */
    private static int last(List<Integer> phrase, int[] text, List<Word> words, int first, Set<Integer> passedOver) {
        int at = first - 1;
        int between = 0;
        for (int term : phrase) {
            if (passedOver.contains(term)) {
                between += at < first ? 0 : 1;
                continue;
            }
            at++;
            if (at >= words.size()
                    || !words.get(at).terms().contains(term)
                    || (at > first && wordsBetween(text, words.get(at - 1), words.get(at)) != between)) {
                return -1;
            }
            between = 0;
        }
        return at;
    }

    private static int wordsBetween(int[] text, Word one, Word other) {
        int words = 0;
        boolean isInside = false;
        for (int i = one.extent().end(); i < other.extent().start(); i++) {
            boolean isLetter = Character.isLetterOrDigit(text[i]);
            words += isLetter && !isInside ? 1 : 0;
            isInside = isLetter;
        }
        return words;
    }

    /** Marks that overlap become one. */
    private static List<Extent> joined(List<Extent> found) {
        found.sort(Comparator.comparingInt(Extent::start).thenComparingInt(Extent::end));
        List<Extent> marks = new ArrayList<>();
        for (Extent next : found) {
            if (!marks.isEmpty() && next.start() < marks.getLast().end()) {
                Extent previous = marks.removeLast();
                marks.add(new Extent(previous.start(), Math.max(previous.end(), next.end())));
            } else {
                marks.add(next);
            }
        }
        return List.copyOf(marks);
    }
}
