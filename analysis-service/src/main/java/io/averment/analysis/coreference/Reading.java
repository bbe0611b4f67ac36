package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import io.averment.analysis.entity.NameWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a text with what is known of each while mentions are looked for: its sentence, and whose mention it is in. Not thread-safe. */
final class Reading {

    private static final int NOBODY = -1;

    private static final int LEAST_IN_CAPITALS = 4;

    final String text;
    final NameWords words;
    private final String[] lower;
    private final int[] sentences;
    private final int[] owners;
    private final boolean[] capitals;
    private final List<int[]> taken = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    Reading(String text, NameWords words, List<Span> sentenceSpans) {
        this.text = text;
        this.words = words;
        this.lower = new String[words.size()];
        this.sentences = new int[words.size()];
        this.owners = new int[words.size()];
        Arrays.fill(owners, NOBODY);
        int sentence = 0;
        for (int i = 0; i < words.size(); i++) {
            lower[i] = text.substring(words.start(i), words.end(i)).toLowerCase(Locale.ROOT);
            while (sentence + 1 < sentenceSpans.size()
                    && words.start(i) >= sentenceSpans.get(sentence + 1).start()) {
                sentence++;
            }
            sentences[i] = sentence;
        }
        this.capitals = capitals(words, sentences);
    }

    private static boolean[] capitals(NameWords words, int[] sentences) {
        boolean[] capitals = new boolean[sentences.length];
        int from = 0;
        while (from < sentences.length) {
            int to = from;
            boolean all = true;
            while (to < sentences.length && sentences[to] == sentences[from]) {
                all &= words.isShouted(to++);
            }
            Arrays.fill(capitals, from, to, all && to - from >= LEAST_IN_CAPITALS);
            from = to;
        }
        return capitals;
    }

    /** Whether the whole sentence of a word is in capitals, and has enough words that this is no abbreviation. */
    boolean isInCapitals(int word) {
        return capitals[word];
    }

    int size() {
        return lower.length;
    }

    /** A word in lower case, as it is written otherwise. */
    String lower(int word) {
        return lower[word];
    }

    String written(int from, int to) {
        return text.substring(words.start(from), words.end(to - 1));
    }

    int sentence(int word) {
        return sentences[word];
    }

    boolean isFree(int word) {
        return owners[word] == NOBODY;
    }

    boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFree(i)) {
                return false;
            }
        }
        return true;
    }

    boolean startsSentence(int word) {
        return word == 0 || sentences[word - 1] != sentences[word];
    }

    /** Whether a word stands where any word has a capital: at the start of a sentence, or of a quotation within one. */
    boolean startsSentenceOrQuotation(int word) {
        return startsSentence(word) || "\"“‘".indexOf(text.charAt(words.start(word) - 1)) >= 0;
    }

    Span span(int from, int to) {
        return new Span(words.start(from), words.end(to - 1));
    }

    /** What stands between a word and the next. */
    String gap(int word) {
        return text.substring(words.end(word), words.start(word + 1));
    }

    /** Whether a word and the next stand in one sentence with nothing but a blank or a hyphen between them. */
    boolean isNext(int word) {
        if (word + 1 >= size() || sentences[word] != sentences[word + 1]) {
            return false;
        }
        String gap = gap(word);
        return gap.isBlank() || gap.equals("-") || gap.equals("‑") || gap.equals(". ");
    }

    /** Whether a possessive ending stands between a word and the next. */
    boolean isPossessive(int word) {
        int end = words.end(word);
        return end + 1 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '’')
                && Character.toLowerCase(text.charAt(end + 1)) == 's';
    }

    void take(int from, int to, Mention mention) {
        Arrays.fill(owners, from, to, mentions.size());
        mentions.add(mention);
        taken.add(new int[] {from, to});
    }

    /** The mention that a word belongs to; null when it is free. */
    @org.jspecify.annotations.Nullable
    Mention owner(int word) {
        return owners[word] == NOBODY ? null : mentions.get(owners[word]);
    }

    int mentionCount() {
        return mentions.size();
    }

    Mention mention(int number) {
        return mentions.get(number);
    }

    void replace(int number, Mention mention) {
        mentions.set(number, mention);
    }

    /** The first word of a mention. */
    int from(int number) {
        return taken.get(number)[0];
    }

    /** One past its last. */
    int to(int number) {
        return taken.get(number)[1];
    }

    /** All mentions by position. */
    List<Mention> inOrder() {
        List<Mention> ordered = new ArrayList<>(mentions);
        ordered.sort((one, other) -> one.span().compareTo(other.span()));
        return ordered;
    }
}
