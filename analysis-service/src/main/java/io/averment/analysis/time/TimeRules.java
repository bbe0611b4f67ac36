package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data files that times are read by. Immutable. */
final class TimeRules {

    final Grammar grammar;
    final Vocabulary vocabulary;
    final Surroundings surroundings;
    final NamedDays days;
    final Phrases phrases;
    final @Nullable Cue[] cues;
    private final Cues cueFile;

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a file breaks its format */
    TimeRules(
            KnowledgeFile patterns,
            KnowledgeFile words,
            KnowledgeFile fixed,
            KnowledgeFile namedDays,
            KnowledgeFile contexts,
            KnowledgeFile cueWords) {
        cueFile = new Cues(cueWords);
        phrases = new Phrases(fixed);
        grammar = new Grammar(patterns, phrases);
        days = new NamedDays(namedDays);
        Set<String> triggers = new HashSet<>(phrases.lastWords());
        Stream.of(Cue.OCLOCK, Cue.AGED, Cue.AGE).map(cueFile::word).forEach(triggers::add);
        vocabulary = new Vocabulary(words, days, grammar.literals(), triggers);
        surroundings = new Surroundings(contexts);
        cues = cueFile.bySymbol(grammar.literals());
    }

    /** The symbol of "o'clock"; negative where no pattern names it. */
    int oclock() {
        return grammar.literals().getOrDefault(cueFile.word(Cue.OCLOCK), -1);
    }

    /** Those that ship with the service. */
    static TimeRules load() {
        return new TimeRules(
                KnowledgeFile.load("times/patterns.tsv"),
                KnowledgeFile.load("times/words.tsv"),
                KnowledgeFile.load("times/phrases.tsv"),
                KnowledgeFile.load("times/days.tsv"),
                KnowledgeFile.load("times/contexts.tsv"),
                KnowledgeFile.load("times/cues.tsv"));
    }

    List<KnowledgeFile> files() {
        return List.of(grammar.file, vocabulary.wordFile, phrases.file, days.file, surroundings.file, cueFile.file);
    }
}
