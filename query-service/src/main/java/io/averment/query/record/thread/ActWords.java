package io.averment.query.record.thread;

import io.averment.query.record.EntityKey;
import io.averment.query.record.thread.Term.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of an act: the deed, and what else says something.
 *
 * @param act the class of words for the deed, else the stem of its verb
 * @param head the stem of the noun that it is done to, where the text names one
 */
record ActWords(String act, List<Term> terms, @Nullable String head) {
    private static final Pattern WORD = Pattern.compile("\\p{N}[\\p{N},.]*|[\\p{L}\\p{M}]+");
    private static final Pattern GROUPING = Pattern.compile("[,.](?!\\p{N})|,");
    private static final Pattern CLAUSE = Pattern.compile(",(?!\\p{N})|[;:]");
    private static final Pattern DIGITS = Pattern.compile("\\p{N}.*");

    ActWords {
        terms = List.copyOf(terms);
    }

    /** The words of an act that begins with its verb, or with its actor; empty when it has none that say something. */
    static Optional<ActWords> of(String act, @Nullable String object, Voice voice) {
        String folded = EntityKey.fold(act);
        boolean withActor = folded.startsWith(voice.name()) || folded.startsWith("the " + voice.name());
        Optional<ActWords> words = withActor ? afterModal(act) : Optional.empty();
        return words.or(() -> from(tokens(firstClause(act)), object));
    }

    /** The words after the first "will", "would" and the like; empty when there is none. */
    static Optional<ActWords> afterModal(String text) {
        List<String> tokens = tokens(firstClause(text));
        for (int i = 0; i < tokens.size(); i++) {
            if (Words.STANDARD.isModal(EntityKey.fold(tokens.get(i)))) {
                return from(tokens.subList(i + 1, tokens.size()), null);
            }
        }
        return Optional.empty();
    }

    private static String firstClause(String text) {
        return CLAUSE.split(text, 2)[0];
    }

    private static List<String> tokens(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(token -> GROUPING.matcher(token).replaceAll(""))
                .toList();
    }

    private static Optional<ActWords> from(List<String> tokens, @Nullable String object) {
        List<String> telling = telling(tokens);
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        String verb = EntityKey.fold(telling.getFirst());
        String group = Words.STANDARD.act(verb);
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String token : telling.subList(1, telling.size())) {
            Term term = term(token);
            terms.putIfAbsent(term.stem(), term);
        }
        // What a passive does is said before the act.
        for (String token : object == null ? List.<String>of() : telling(tokens(firstClause(object)))) {
            Term term = term(token);
            terms.putIfAbsent(term.stem(), term);
        }
        return Optional.of(
                new ActWords(group == null ? Words.stem(verb) : group, new ArrayList<>(terms.values()), head(object)));
    }

    private static List<String> telling(List<String> tokens) {
        return tokens.stream()
                .filter(token -> !Words.STANDARD.isStop(EntityKey.fold(token)))
                .toList();
    }

    private static Term term(String token) {
        String stem = Words.stem(EntityKey.fold(token));
        if (DIGITS.matcher(token).matches()) {
            return new Term(token, Sort.NUMBER);
        }
        if (Character.isUpperCase(token.codePointAt(0))) {
            return new Term(stem, Sort.NAME);
        }
        return new Term(stem, Words.STANDARD.isCommon(stem) ? Sort.COMMON : Sort.WORD);
    }

    /** The last word that says something before "of", "in" and the like. */
    private static @Nullable String head(@Nullable String object) {
        String head = null;
        boolean begun = false;
        for (String token : object == null ? List.<String>of() : tokens(object)) {
            boolean stop = Words.STANDARD.isStop(EntityKey.fold(token));
            if (stop && begun && token.length() > 1) {
                break;
            }
            if (!stop) {
                begun = true;
                head = Words.stem(EntityKey.fold(token));
            }
        }
        return head;
    }
}
