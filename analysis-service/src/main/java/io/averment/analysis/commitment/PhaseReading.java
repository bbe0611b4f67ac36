package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the phase of which an act is told. Not thread-safe: it remembers how many phases the text has spoken of. */
final class PhaseReading {

    /** The numbers of phases, from {@code knowledge/commitment-phases.tsv}; 0 stands for the last. Immutable. */
    static final class Numbers {

        private final KnowledgeFile file = KnowledgeFile.load("commitment-phases.tsv");
        private final Map<String, Integer> numbers = new HashMap<>();

        Numbers() {
            file.forEachRecord(2, (fields, line) -> {
                String number = fields.get(1);
                if (number.length() > 2 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    throw file.fault(line, "'" + number + "' is no number of a phase");
                }
                if (numbers.put(fields.getFirst(), Integer.valueOf(number)) != null) {
                    throw file.fault(line, "'" + fields.getFirst() + "' is there twice");
                }
            });
        }

        List<KnowledgeFile> files() {
            return List.of(file);
        }

        private @Nullable Integer of(String word) {
            return numbers.get(word);
        }
    }

    private static final int LAST = 0;
    private static final int HIGHEST = 6;

    private final Numbers numbers;
    private final WordUses words;
    /** How many phases the text has counted, 0 when it has not. */
    private int counted;

    /** Whether the text has spoken of phases at all. */
    private boolean speaksOfPhases;

    /** The highest number of a phase so far. */
    private int highest;

    /** The number of the last phase, once the text has told of it. */
    private int last;

    PhaseReading(Numbers numbers, WordUses words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** Learns how many phases a sentence announces: {@code in two phases}. To be called in the order of the text. */
    void learn(ParsedSentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (isStage(sentence, i)) {
                speaksOfPhases |= sentence.lower(i).endsWith("s");
                int count = sentence.dependent(i, "nummod");
                Integer number = count == NONE || count > i ? null : numbers.of(sentence.lower(count));
                if (number != null) {
                    counted = Math.max(counted, number);
                }
            }
        }
    }

    private boolean isStage(ParsedSentence sentence, int token) {
        // "Phase two will open": the tagger may take the first word for a verb.
        int next = token + 1;
        boolean counted = next < sentence.size() && numbers.of(sentence.lower(next)) != null;
        return (sentence.upos(token).equals("NOUN") || counted) && words.is(sentence.lemma(token), WordUse.STAGE);
    }

    /** The phase of an act; null when it is in none. */
    @Nullable
    Phase of(ParsedSentence sentence, Draft draft) {
        // Of several the nearest before the act, since what follows may be told of the next.
        for (int i = draft.act; i >= 0; i--) {
            Phase phase = hangsOn(sentence, i, draft) ? phase(sentence, i, draft) : null;
            if (phase != null) {
                return phase;
            }
        }
        for (int i = draft.act + 1; i < sentence.size(); i++) {
            Phase phase = hangsOn(sentence, i, draft) ? phase(sentence, i, draft) : null;
            if (phase != null) {
                return phase;
            }
        }
        return null;
    }

    private static boolean hangsOn(ParsedSentence sentence, int stage, Draft draft) {
        int at = stage;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == draft.act || at == draft.subject || draft.isTrigger(at)) {
                return true;
            }
            if (sentence.is(at, "ccomp") || sentence.is(at, "acl:relcl") || sentence.is(at, "conj")) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    /** The phase that a word names: a noun with its number, a number that stands for the noun, "first" before an act. */
    private @Nullable Phase phase(ParsedSentence sentence, int token, Draft draft) {
        if (isStage(sentence, token)) {
            int word = numbered(sentence, token);
            boolean unknown = word == NONE || isLastOfUnknown(sentence, word);
            return unknown ? null : phase(sentence, token, word);
        }
        Integer number = numbers.of(sentence.lower(token));
        if (number == null) {
            return null;
        }
        // "the first": only where phases have been spoken of.
        boolean definite = token > 0 && sentence.lower(token - 1).equals("the");
        // "the opening" is an event.
        boolean ordinal = !sentence.upos(token).equals("NOUN");
        boolean stands = definite && ordinal && !isBeforeNoun(sentence, token) && speaksOfPhases;
        // "first, soldiers will"; but not "first announced in 2014".
        boolean orders = sentence.is(token, "advmod")
                && sentence.lower(token).equals("first")
                && number == 1
                && (sentence.head(token) == draft.act || draft.isTrigger(sentence.head(token)));
        return stands || orders ? phase(sentence, token, token) : null;
    }

    /** "the last instalment" of a series that the text says nothing else of. */
    private boolean isLastOfUnknown(ParsedSentence sentence, int word) {
        Integer number = numbers.of(sentence.lower(word));
        return number != null && number == LAST && counted == 0 && highest == 0;
    }

    private static boolean isBeforeNoun(ParsedSentence sentence, int token) {
        int head = sentence.head(token);
        return head > token && (sentence.is(token, "amod") || sentence.is(token, "compound"));
    }

    /** The word that gives a phase its number; NONE when there is none. */
    private int numbered(ParsedSentence sentence, int stage) {
        for (int i = sentence.firstDependent(stage); i != NONE; i = sentence.nextDependent(i)) {
            boolean before = i < stage && (sentence.is(i, "amod") || sentence.is(i, "compound"));
            if ((before || i == stage + 1) && numbers.of(sentence.lower(i)) != null) {
                return i;
            }
        }
        return NONE;
    }

    private Phase phase(ParsedSentence sentence, int stage, int word) {
        Integer number = numbers.of(sentence.lower(word));
        int order;
        if (number == null || number == LAST) {
            // The last phase keeps its number, unless one with a higher number has been told of.
            last = Math.max(last, Math.max(counted, highest + 1));
            order = last;
        } else {
            order = number;
            highest = Math.max(highest, order);
        }
        int from = Math.min(word, stage);
        if (from > 0 && sentence.upos(from - 1).equals("DET")) {
            from--;
        }
        return new Phase(order, counted, label(sentence, from, Math.max(word, stage) + 1));
    }

    private static String label(ParsedSentence sentence, int from, int to) {
        StringBuilder label = new StringBuilder();
        for (int i = from; i < to; i++) {
            label.append(i > from && sentence.start(i) > sentence.end(i - 1) ? " " : "")
                    .append(sentence.form(i));
        }
        return label.toString();
    }
}
