package io.averment.query.search;

import io.averment.query.search.WordQuery.All;
import io.averment.query.search.WordQuery.Any;
import io.averment.query.search.WordQuery.Beginning;
import io.averment.query.search.WordQuery.Near;
import io.averment.query.search.WordQuery.Not;
import io.averment.query.search.WordQuery.Phrase;
import io.averment.query.search.WordQuery.Placed;
import io.averment.query.search.WordQuery.Term;
import io.averment.query.search.WordQuery.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes queries for words as PostgreSQL's {@code to_tsquery} reads them. Every word stands in quotation marks, so that nothing
 * of it is taken for an operator.
 *
 * <p>NEAR becomes the phrases of all its distances, since PostgreSQL has exact distances only. A beginning is compared with stems, which
 * may be shorter than it: {@code governm} is longer than the stem of "government". So it also asks for the words that the beginning and
 * the rest of an English ending make.
 */
public final class TextSearch {
    private static final int MOST_OPERANDS = 1_000;

    private final StringBuilder text = new StringBuilder();
    private int operands;

    private TextSearch() {}

    /**
     * The whole query.
     *
     * @throws WordQueryException when it would become too large
     */
    public static String of(WordQuery query) {
        TextSearch search = new TextSearch();
        search.write(query);
        return search.text.toString();
    }

    /** Any of the words that make a text match; empty when the query only says what it must not have. */
    public static Optional<String> wordsOf(WordQuery query) {
        List<Term> wanted = new ArrayList<>();
        collect(query, wanted);
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(wanted.stream().distinct().map(TextSearch::of).collect(Collectors.joining(" | ")));
    }

    /**
     * What tells phrases again among marked words.
     *
     * @param written as {@link MarkedText} reads it
     * @param terms each as PostgreSQL reads it
     * @param letters of each, as it was written
     */
    public record Phrases(String written, List<String> terms, List<String> letters) {}

    /** The phrases that make a text match; empty when there are none. */
    public static Optional<Phrases> phrasesOf(WordQuery query) {
        Map<Term, Integer> places = new LinkedHashMap<>();
        MarkedPhrases phrases = MarkedPhrases.of(query, places);
        return phrases.phrases().isEmpty()
                ? Optional.empty()
                : Optional.of(new Phrases(
                        phrases.write(),
                        places.keySet().stream().map(TextSearch::of).toList(),
                        places.keySet().stream().map(Term::letters).toList()));
    }

    private static void collect(WordQuery query, List<Term> wanted) {
        switch (query) {
            case Term term -> wanted.add(term);
            case Phrase(List<Term> terms) -> wanted.addAll(terms);
            case Near(Placed one, Placed other, int distance) -> {
                collect(one, wanted);
                collect(other, wanted);
            }
            case Not not -> {} // does not make a text match
            case All(List<WordQuery> parts) -> parts.forEach(part -> collect(part, wanted));
            case Any(List<WordQuery> parts) -> parts.forEach(part -> collect(part, wanted));
        }
    }

    private void write(WordQuery query) {
        switch (query) {
            case Word(String letters) -> write(letters, "");
            case Beginning(String letters) -> writeBeginning(letters);
            case Phrase(List<Term> terms) -> join(terms, " <-> ");
            case All(List<WordQuery> parts) -> join(parts, " & ");
            case Any(List<WordQuery> parts) -> join(parts, " | ");
            case Not(WordQuery unwanted) -> {
                text.append('!');
                write(unwanted);
            }
            case Near(Placed one, Placed other, int distance) -> writeNear(one, other, distance);
        }
    }

    private void join(List<? extends WordQuery> parts, String operator) {
        text.append('(');
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(operator);
            }
            write(parts.get(i));
        }
        text.append(')');
    }

    private void writeNear(Placed one, Placed other, int distance) {
        text.append('(');
        for (int words = 1; words <= distance; words++) {
            String apart = " <" + words + "> ";
            text.append(words > 1 ? " | " : "");
            write(one);
            text.append(apart);
            write(other);
            text.append(" | ");
            write(other);
            text.append(apart);
            write(one);
        }
        text.append(')');
    }

    private void writeBeginning(String letters) {
        text.append('(');
        write(letters, ":*");
        for (String word : Endings.completing(letters)) {
            text.append(" | ");
            write(word, "");
        }
        text.append(')');
    }

    private void write(String letters, String suffix) {
        if (++operands > MOST_OPERANDS) {
            throw new WordQueryException(1, "fewer or nearer words, since this asks for too many combinations");
        }
        text.append('\'')
                .append(letters.replace("\\", "\\\\").replace("'", "''"))
                .append('\'')
                .append(suffix);
    }
}
