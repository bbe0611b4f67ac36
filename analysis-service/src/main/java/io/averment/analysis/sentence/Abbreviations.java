package io.averment.analysis.sentence;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that carry a period of their own, and words that a sentence likes to begin with. Immutable. */
public final class Abbreviations {

    /** What an abbreviation's period may be. */
    enum Kind {
        /** Stands before what it belongs to (a name, a number), so its period ends no sentence. */
        LEADING,
        /** May be the last word of a sentence. */
        ANYWHERE
    }

    private final KnowledgeFile abbreviationFile;
    private final KnowledgeFile starterFile;
    private final Map<String, Kind> kinds;
    private final Set<String> starters;

    private Abbreviations(KnowledgeFile abbreviationFile, KnowledgeFile starterFile) {
        this.abbreviationFile = abbreviationFile;
        this.starterFile = starterFile;
        this.kinds = abbreviationFile.classes(Kind.class);
        this.starters = starterFile.words();
    }

    public static Abbreviations load() {
        return new Abbreviations(KnowledgeFile.load("abbreviations.tsv"), KnowledgeFile.load("sentence-starters.txt"));
    }

    /** The data files behind this. */
    public List<KnowledgeFile> files() {
        return List.of(abbreviationFile, starterFile);
    }

    /**
     * What kind of abbreviation a word with its period is, or null when the period is none of the word's. Initials and words with
     * inner periods count as abbreviations wherever they are not listed.
     */
    @Nullable
    Kind kindOf(String wordWithPeriod) {
        Kind listed = kinds.get(wordWithPeriod.toLowerCase(Locale.ROOT));
        if (listed != null) {
            return listed;
        }
        String word = wordWithPeriod.substring(0, wordWithPeriod.length() - 1);
        boolean initial = word.codePointCount(0, word.length()) == 1
                && Character.isUpperCase(word.codePointAt(0))
                && !"I".equals(word);
        return initial || hasInnerPeriods(word) ? Kind.ANYWHERE : null;
    }

    /** Whether a period belongs to the word that it ends. */
    public boolean isAbbreviation(String wordWithPeriod) {
        return kindOf(wordWithPeriod) != null;
    }

    /** Whether a word, as it is written, likes to begin a sentence, so that an abbreviation before it has ended one. */
    boolean isStarter(String word) {
        return starters.contains(word);
    }

    /** Letters one by one with periods between them, as in "U.S". */
    private static boolean hasInnerPeriods(String word) {
        if (word.length() < 3 || word.length() > 12) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }
}
