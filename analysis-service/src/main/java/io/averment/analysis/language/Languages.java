package io.averment.analysis.language;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text: by its script where that decides, else by letters and short words. Immutable, thread-safe; linear in
 * the text, of which a bounded part is looked at.
 */
public final class Languages {

    /** Fewer letters are "und": a name is no language. */
    static final int FEWEST_LETTERS = 20;

    /** What is read of a text, in UTF-16 code units; more would not change the answer. */
    private static final int LONGEST_PART = 20_000;

    /** A stretch that is judged by itself, so that quotations in another language are seen as what they are. */
    private static final int LONGEST_BLOCK = 600;

    /** An article that is English to this part is read as English, whatever it quotes. */
    private static final double ENGLISH_SHARE = 1.0 / 3;

    /** Another language must have this part of the letters. */
    private static final double FOREIGN_SHARE = 0.5;

    /** By how much, in nats a text and in nats a letter, another language must fit better than English. */
    private static final double LEAST_ADVANTAGE = 40;

    private static final double LEAST_ADVANTAGE_PER_LETTER = 0.8;

    /** The part of kana in a text of Han characters from which on it is Japanese. */
    private static final double KANA_SHARE = 0.1;

    private final KnowledgeFile texts;
    private final KnowledgeFile scripts;
    private final Map<UnicodeScript, List<String>> codes = new EnumMap<>(UnicodeScript.class);
    private final Map<UnicodeScript, Profiles> profiles = new EnumMap<>(UnicodeScript.class);

    private Languages(KnowledgeFile texts, KnowledgeFile scripts) {
        this.texts = texts;
        this.scripts = scripts;
        Map<String, String> known = new HashMap<>();
        texts.forEachRecord(
                2,
                (fields, line) -> known.merge(fields.get(0), fields.get(1), (first, second) -> first + "\n" + second));
        scripts.forEachRecord(2, (fields, line) -> {
            UnicodeScript script = scripts.constant(UnicodeScript.class, fields.getFirst(), line);
            List<String> languages = List.of(fields.get(1).split(" ", -1));
            for (String code : languages) {
                if (languages.size() > 1 && !known.containsKey(code)) {
                    throw scripts.fault(line, "there is no text in '" + code + "' to learn from");
                }
            }
            codes.put(script, languages);
            if (languages.size() > 1) {
                profiles.put(script, Profiles.learn(languages, known));
            }
        });
    }

    /** Reads the texts that come with the service and learns from them (some milliseconds). */
    public static Languages load() {
        return new Languages(KnowledgeFile.load("languages.tsv"), KnowledgeFile.load("scripts.tsv"));
    }

    List<KnowledgeFile> files() {
        return List.of(texts, scripts);
    }

    /** The language of a text, or that it cannot be told. */
    public TextLanguage of(String text) {
        Tally tally = new Tally();
        int limit = Math.min(text.length(), LONGEST_PART);
        int start = 0;
        while (start < limit) {
            int end = blockEnd(text, start, limit);
            tally.add(text, start, end);
            start = end;
        }
        return new TextLanguage(tally.decide());
    }

    /** The end of the line, or the first gap after so many characters. */
    private static int blockEnd(String text, int start, int limit) {
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (i - start >= LONGEST_BLOCK && Character.isWhitespace(c))) {
                return i + 1;
            }
            if (i - start >= 2 * LONGEST_BLOCK && !Character.isHighSurrogate(c)) {
                return i + 1;
            }
        }
        return limit;
    }

    /** Letters by language. Not thread-safe. */
    private final class Tally {
        private final Map<String, Integer> letters = new HashMap<>();
        private final Map<String, Double> advantages = new HashMap<>();
        private int total;

        void add(String text, int from, int to) {
            Map<UnicodeScript, Integer> counts = count(text, from, to);
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            if (all == 0) {
                return;
            }
            total += all;
            UnicodeScript script = mainScript(counts);
            int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
            if (script == UnicodeScript.HAN && kana > all * KANA_SHARE) {
                script = UnicodeScript.HIRAGANA;
            }
            String code = code(script, text, from, to);
            if (code != null) {
                letters.merge(code, all, Integer::sum);
            }
        }

        private static Map<UnicodeScript, Integer> count(String text, int from, int to) {
            Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
            for (int i = from; i < to; ) {
                int c = text.codePointAt(i);
                if (Character.isLetter(c)) {
                    counts.merge(UnicodeScript.of(c), 1, Integer::sum);
                }
                i += Character.charCount(c);
            }
            return counts;
        }

        /** The script of most letters; of two with as many, the first of Unicode. */
        private static UnicodeScript mainScript(Map<UnicodeScript, Integer> counts) {
            UnicodeScript main = UnicodeScript.COMMON;
            for (Map.Entry<UnicodeScript, Integer> count : counts.entrySet()) {
                main = count.getValue() > counts.getOrDefault(main, 0) ? count.getKey() : main;
            }
            return main;
        }

        private @Nullable String code(UnicodeScript script, String text, int from, int to) {
            List<String> languages = codes.get(script);
            Profiles known = profiles.get(script);
            if (languages == null || known == null) {
                return languages == null ? null : languages.getFirst();
            }
            double[] scores = new double[known.size()];
            known.score(text, from, to, scores);
            int best = 0;
            for (int i = 1; i < scores.length; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            int english = languages.indexOf(TextLanguage.ENGLISH);
            if (english >= 0) {
                for (int i = 0; i < scores.length; i++) {
                    advantages.merge(languages.get(i), scores[i] - scores[english], Double::sum);
                }
            }
            return languages.get(best);
        }

        String decide() {
            if (total < FEWEST_LETTERS) {
                return TextLanguage.UNDETERMINED;
            }
            if (letters.getOrDefault(TextLanguage.ENGLISH, 0) >= total * ENGLISH_SHARE) {
                return TextLanguage.ENGLISH;
            }
            String most = TextLanguage.UNDETERMINED;
            for (List<String> languages : codes.values()) {
                for (String code : languages) {
                    if (letters.getOrDefault(code, 0) > letters.getOrDefault(most, 0)) {
                        most = code;
                    }
                }
            }
            return isSure(most) ? most : TextLanguage.UNDETERMINED;
        }

        private boolean isSure(String code) {
            int share = letters.getOrDefault(code, 0);
            Double advantage = advantages.get(code);
            return share >= total * FOREIGN_SHARE
                    && (advantage == null
                            || (advantage >= LEAST_ADVANTAGE && advantage >= share * LEAST_ADVANTAGE_PER_LETTER));
        }
    }

    /** The codes that may be answered, in the order of the scripts and their languages. */
    public List<String> known() {
        List<String> all = new ArrayList<>();
        codes.values()
                .forEach(languages ->
                        languages.stream().filter(code -> !all.contains(code)).forEach(all::add));
        return all;
    }
}
