package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the pattern file: words, classes, groups, options and named parts. For one thread. */
final class PatternReader {

    /** A piece of a pattern. */
    sealed interface Piece {
        /** A class or a word, by its number. */
        record Symbol(int number) implements Piece {}

        record Sequence(List<Piece> pieces) implements Piece {}

        record Choice(List<Piece> pieces) implements Piece {}

        record Option(Piece piece) implements Piece {}
    }

    /** A whole pattern. */
    record Rule(Reading reading, Piece piece) {}

    private final KnowledgeFile file;
    private final Map<String, Integer> literals = new LinkedHashMap<>();
    private final Map<String, Piece> named = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private String[] parts = {};
    private int at;
    private int line;

    /** @throws io.averment.analysis.knowledge.KnowledgeException naming the line, if the file breaks its format */
    PatternReader(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, number) -> {
            parts = fields.get(1).split(" +", -1);
            at = 0;
            line = number;
            Piece piece = choice();
            if (at != parts.length) {
                throw file.fault(line, "has a ')' that closes nothing");
            }
            String head = fields.getFirst();
            if (!head.startsWith("$")) {
                rules.add(new Rule(file.constant(Reading.class, head, line), piece));
            } else if (named.put(head, piece) != null) {
                throw file.fault(line, head + " is defined twice");
            }
        });
    }

    /** A rule for words that stand as they are. */
    Rule phrase(List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        words.forEach(word -> pieces.add(new Piece.Symbol(literal(word))));
        return new Rule(Reading.FIXED, new Piece.Sequence(List.copyOf(pieces)));
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The words that patterns name, with their numbers, which follow those of the classes. */
    Map<String, Integer> literals() {
        return literals;
    }

    private Piece choice() {
        List<Piece> choices = new ArrayList<>();
        choices.add(sequence());
        while (at < parts.length && parts[at].equals("|")) {
            at++;
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.getFirst() : new Piece.Choice(List.copyOf(choices));
    }

    private Piece sequence() {
        List<Piece> pieces = new ArrayList<>();
        while (at < parts.length && !parts[at].equals("|") && !parts[at].startsWith(")")) {
            pieces.add(piece(parts[at++]));
        }
        if (pieces.isEmpty()) {
            throw file.fault(line, "has an empty part");
        }
        return pieces.size() == 1 ? pieces.getFirst() : new Piece.Sequence(List.copyOf(pieces));
    }

    private Piece piece(String part) {
        if (part.equals("(")) {
            Piece inner = choice();
            if (at == parts.length) {
                throw file.fault(line, "has a '(' that is not closed");
            }
            return parts[at++].equals(")?") ? new Piece.Option(inner) : inner;
        }
        boolean option = part.length() > 1 && part.endsWith("?");
        String name = option ? part.substring(0, part.length() - 1) : part;
        Piece piece = name.startsWith("$") ? namedPart(name) : new Piece.Symbol(symbol(name));
        return option ? new Piece.Option(piece) : piece;
    }

    private Piece namedPart(String name) {
        Piece piece = named.get(name);
        if (piece == null) {
            throw file.fault(line, name + " is not defined before");
        }
        return piece;
    }

    private int symbol(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT)) && !name.startsWith("-")) {
            Kind kind = file.constant(Kind.class, name, line);
            return Kind.NUMBERS.of(kind);
        }
        return literal(name.toLowerCase(Locale.ROOT));
    }

    private int literal(String word) {
        return literals.computeIfAbsent(word, key -> Kind.NUMBERS.size() + literals.size());
    }
}
