package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;

/** The data files that times are read by. Immutable. */
final class TimeRules {

    final Grammar grammar;
    final Vocabulary vocabulary;
    final Surroundings surroundings;
    final NamedDays days;
    final Phrases phrases;

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a file breaks its format */
    TimeRules(
            KnowledgeFile patterns,
            KnowledgeFile words,
            KnowledgeFile fixed,
            KnowledgeFile namedDays,
            KnowledgeFile contexts) {
        phrases = new Phrases(fixed);
        grammar = new Grammar(patterns, phrases);
        days = new NamedDays(namedDays);
        vocabulary = new Vocabulary(words, days, grammar.literals(), phrases.lastWords());
        surroundings = new Surroundings(contexts);
    }

    /** Those that ship with the service. */
    static TimeRules load() {
        return new TimeRules(
                KnowledgeFile.load("times/patterns.tsv"),
                KnowledgeFile.load("times/words.tsv"),
                KnowledgeFile.load("times/phrases.tsv"),
                KnowledgeFile.load("times/days.tsv"),
                KnowledgeFile.load("times/contexts.tsv"));
    }

    List<KnowledgeFile> files() {
        return List.of(grammar.file, vocabulary.wordFile, phrases.file, days.file, surroundings.file);
    }
}
