package io.averment.analysis.commitment;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of words with what they mean, from a knowledge file. Immutable and thread-safe; looking one up costs the
 * phrases that begin with the same word.
 *
 * @param <T> what a phrase means
 */
final class Phrases<T> {

    /** A phrase and what it means. */
    record Phrase<T>(List<String> words, T meaning) {

        Phrase {
            words = List.copyOf(words);
        }
    }

    private final KnowledgeFile file;

    /** By their first word, the longest first. */
    private final Map<String, List<Phrase<T>>> phrases = new HashMap<>();

    /**
     * Reads a file.
     *
     * @param meaning of the second field of a line with that number
     * @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong
     */
    Phrases(KnowledgeFile file, BiFunction<String, Integer, T> meaning) {
        this(file, 2, (fields, line) -> meaning.apply(fields.get(1), line));
    }

    /**
     * Reads a file of more fields.
     *
     * @param width how many fields a line has
     * @param meaning of the fields of a line with that number
     * @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong
     */
    Phrases(KnowledgeFile file, int width, BiFunction<List<String>, Integer, T> meaning) {
        this.file = file;
        file.forEachRecord(width, (fields, line) -> {
            List<String> words = List.of(fields.getFirst().split(" ", -1));
            List<Phrase<T>> sharing = phrases.computeIfAbsent(words.getFirst(), none -> new ArrayList<>());
            if (sharing.stream().anyMatch(phrase -> phrase.words().equals(words))) {
                throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
            }
            sharing.add(new Phrase<>(words, meaning.apply(fields, line)));
        });
        phrases.values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                                (Phrase<T> phrase) -> phrase.words().size())
                        .reversed()));
    }

    KnowledgeFile file() {
        return file;
    }

    /** The longest phrase that stands at a token, its first word as it is written; null when none does. */
    @Nullable
    Phrase<T> at(ParsedSentence sentence, int token) {
        return at(sentence, token, sentence.lower(token));
    }

    /** The same with the first word's lemma. */
    @Nullable
    Phrase<T> atLemma(ParsedSentence sentence, int token) {
        Phrase<T> phrase = at(sentence, token, sentence.lemma(token));
        if (phrase == null && !phrases.containsKey(sentence.lemma(token))) {
            for (String stem : Stems.of(sentence.lower(token))) {
                phrase = phrase == null ? at(sentence, token, stem) : phrase;
            }
        }
        return phrase;
    }

    /** The phrase of exactly these words; null when there is none. */
    @Nullable
    Phrase<T> of(List<String> words) {
        for (Phrase<T> phrase : phrases.getOrDefault(words.getFirst(), List.of())) {
            if (phrase.words().equals(words)) {
                return phrase;
            }
        }
        return null;
    }

    /** The phrase of exactly the words between two tokens; null when there is none. */
    @Nullable
    Phrase<T> of(ParsedSentence sentence, int from, int to) {
        for (Phrase<T> phrase : phrases.getOrDefault(sentence.lower(from), List.of())) {
            if (phrase.words().size() == to - from && goesOn(sentence, from, phrase.words())) {
                return phrase;
            }
        }
        return null;
    }

    private @Nullable Phrase<T> at(ParsedSentence sentence, int token, String first) {
        for (Phrase<T> phrase : phrases.getOrDefault(first, List.of())) {
            if (goesOn(sentence, token, phrase.words())) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean goesOn(ParsedSentence sentence, int token, List<String> words) {
        if (token + words.size() > sentence.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (!sentence.lower(token + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
