package io.averment.analysis.statement;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reporting verbs, function words and titles, all in lower case. Immutable. */
final class Lexicon {

    /** What a reporting verb takes beside what was said. */
    enum Frame {
        /** Nothing: "said". */
        SPEECH,
        /** The one addressed: "told reporters". */
        ADDRESSED,
        /** The thing judged; such a verb introduces a quoted fragment but never follows a quotation: "called it". */
        JUDGEMENT
    }

    private final KnowledgeFile cueFile = KnowledgeFile.load("cues.tsv");
    private final KnowledgeFile wordFile = KnowledgeFile.load("words.tsv");
    private final KnowledgeFile titleFile = KnowledgeFile.load("titles.txt");
    private final Set<String> nounLikeCues = new HashSet<>();
    private final Map<String, Frame> cues = readCues(cueFile, nounLikeCues);
    private final Map<String, Set<WordClass>> words = readWords(wordFile);
    private final Set<String> titles = titleFile.words();
    private final Set<String> titleWords = wordsOf(titles);

    List<KnowledgeFile> files() {
        return List.of(cueFile, wordFile, titleFile);
    }

    /** The frame of a form of a reporting verb, or null. */
    @Nullable
    Frame cue(String word) {
        return cues.get(word);
    }

    /** Whether a form of a reporting verb is as often a noun: "notes", "claims". */
    boolean isNounLikeCue(String word) {
        return nounLikeCues.contains(word);
    }

    boolean is(String word, WordClass wordClass) {
        return words.getOrDefault(word, Set.of()).contains(wordClass);
    }

    /** Whether a word has a class that keeps it from being a noun. */
    boolean isFunctionWord(String word) {
        for (WordClass wordClass : words.getOrDefault(word, Set.of())) {
            if (wordClass != WordClass.DOCUMENT && wordClass != WordClass.PREFIX) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words, joined by blanks, are a title. */
    boolean isTitle(String phrase) {
        return titles.contains(phrase);
    }

    /** Whether a word is one of a title. */
    boolean isTitleWord(String word) {
        return titleWords.contains(word);
    }

    private static Map<String, Frame> readCues(KnowledgeFile file, Set<String> nounLike) {
        Map<String, Frame> cues = new HashMap<>();
        file.forEachRecord(3, (fields, line) -> {
            Frame frame = file.constant(Frame.class, fields.get(1), line);
            for (String entry : fields.get(2).split(" ", -1)) {
                boolean marked = entry.endsWith("*");
                String form = marked ? entry.substring(0, entry.length() - 1) : entry;
                if (marked) {
                    nounLike.add(form);
                }
                if (cues.put(form, frame) != null) {
                    throw file.fault(line, "'" + form + "' is there twice");
                }
            }
        });
        return cues;
    }

    private static Map<String, Set<WordClass>> readWords(KnowledgeFile file) {
        Map<String, Set<WordClass>> words = new HashMap<>();
        file.forEachRecord(2, (fields, line) -> {
            Set<WordClass> classes = EnumSet.noneOf(WordClass.class);
            for (String wordClass : fields.get(1).split(" ", -1)) {
                classes.add(file.constant(WordClass.class, wordClass, line));
            }
            if (words.put(fields.getFirst(), classes) != null) {
                throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
            }
        });
        return words;
    }

    private static Set<String> wordsOf(Set<String> titles) {
        Set<String> words = new HashSet<>();
        for (String title : titles) {
            words.addAll(List.of(title.split(" ", -1)));
        }
        return words;
    }
}
