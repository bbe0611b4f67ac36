package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares who is marked with who was found. */
final class PartyComparison {

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private PartyComparison() {}

    /**
     * Whether the words found share a character with those marked, or the name found ends in a capitalised word of them; where none
     * are marked, whether none were found.
     */
    static boolean isRight(String text, List<Span> marked, List<Span> found, @Nullable String name) {
        Characters wanted = Characters.of(text, marked);
        Characters words = Characters.of(text, found);
        if (wanted.isEmpty()) {
            return words.isEmpty();
        }
        return words.shared(wanted) > 0 || (name != null && endsInWordOf(text, marked, name));
    }

    private static boolean endsInWordOf(String text, List<Span> marked, String name) {
        List<String> words = words(name);
        return !words.isEmpty()
                && marked.stream()
                        .flatMap(span -> words(span.of(text)).stream())
                        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                        .anyMatch(words.getLast()::equals);
    }

    private static List<String> words(String text) {
        Matcher word = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
