package io.averment.analysis.commitment;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that say that something is undertaken, from {@code knowledge/commitment-triggers.tsv}. Immutable and thread-safe. */
final class TriggerLexicon {

    private enum Kind {
        VERB,
        NOUN,
        FORM
    }

    private final KnowledgeFile file;
    private final Map<String, Trigger> triggers = new HashMap<>();

    private TriggerLexicon(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(4, this::add);
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static TriggerLexicon load() {
        return of(KnowledgeFile.load("commitment-triggers.tsv"));
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if a line is wrong */
    static TriggerLexicon of(KnowledgeFile file) {
        return new TriggerLexicon(file);
    }

    List<KnowledgeFile> files() {
        return List.of(file);
    }

    private void add(List<String> fields, int line) {
        List<Construction> constructions = new ArrayList<>();
        boolean negative = false;
        Set<String> prepositions = new HashSet<>();
        for (String field : fields.get(3).split(" ", -1)) {
            Construction construction = construction(field);
            if (construction != null) {
                constructions.add(construction);
            } else if (field.equals("not")) {
                negative = true;
            } else if (field.startsWith("+") && field.length() > 2) {
                prepositions.add(field.substring(1));
            } else {
                throw file.fault(line, "'" + field + "' is neither a construction nor a preposition");
            }
        }
        Trigger trigger =
                new Trigger(file.constant(Strength.class, fields.get(2), line), constructions, prepositions, negative);
        Kind kind = file.constant(Kind.class, fields.get(1), line);
        if (triggers.put(key(fields.getFirst(), kind), trigger) != null) {
            throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
        }
    }

    private static @Nullable Construction construction(String field) {
        for (Construction construction : Construction.values()) {
            if (construction.name().toLowerCase(Locale.ROOT).equals(field)) {
                return construction;
            }
        }
        return null;
    }

    private static String key(String word, Kind kind) {
        return word + '/' + kind;
    }

    /** What a token says as it is written; null when nothing. */
    @Nullable
    Trigger form(ParsedSentence sentence, int token) {
        return triggers.get(key(sentence.lower(token), Kind.FORM));
    }

    /** What a verb or noun says; null when nothing. */
    @Nullable
    Trigger word(ParsedSentence sentence, int token) {
        return switch (sentence.upos(token)) {
            case "VERB" -> verb(sentence, token);
            case "NOUN" -> triggers.get(key(sentence.lemma(token), Kind.NOUN));
            default -> null;
        };
    }

    /** A verb with its particle: {@code rule out}. */
    private @Nullable Trigger verb(ParsedSentence sentence, int token) {
        int particle = sentence.dependent(token, "compound:prt");
        String behind = particle == ParsedSentence.NONE ? "" : ' ' + sentence.lower(particle);
        Trigger trigger = triggers.get(key(sentence.lemma(token) + behind, Kind.VERB));
        for (String stem : trigger == null ? Stems.of(sentence.lower(token)) : List.<String>of()) {
            trigger = trigger == null ? triggers.get(key(stem + behind, Kind.VERB)) : trigger;
        }
        return trigger;
    }
}
