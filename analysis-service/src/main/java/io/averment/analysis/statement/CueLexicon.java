package io.averment.analysis.statement;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cues of English, from {@code knowledge/statement-cues.tsv}. Immutable and thread-safe. */
final class CueLexicon {

    private static final Pattern PREPOSITION = Pattern.compile("[a-z]+");

    /** "against", "whether", "through"; what is longer is a slot with a slip. */
    private static final int LONGEST_PREPOSITION = 7;

    /** How many words above one are looked at for a verb. */
    private static final int HIGHEST = 6;

    private final KnowledgeFile file;
    private final Map<String, Cue> cues = new HashMap<>();

    private CueLexicon(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(5, this::add);
    }

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file is missing or a line is wrong */
    static CueLexicon load() {
        return new CueLexicon(KnowledgeFile.load("statement-cues.tsv"));
    }

    private void add(List<String> fields, int line) {
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        Set<String> prepositions = new HashSet<>();
        Map<String, SpeechAct> acts = new HashMap<>();
        for (String field : fields.get(4).split(" ", -1)) {
            int colon = field.indexOf(':');
            String slot = colon < 0 ? field : field.substring(0, colon);
            if (colon >= 0) {
                acts.put(slot, file.constant(SpeechAct.class, field.substring(colon + 1), line));
            }
            switch (slot) {
                case "clause", "infinitive", "gerund", "predicate", "object", "around", "raised", "subject" ->
                    slots.add(Slot.valueOf(slot.toUpperCase(Locale.ROOT)));
                case "-" -> {}
                default -> {
                    if (!PREPOSITION.matcher(slot).matches() || slot.length() > LONGEST_PREPOSITION) {
                        throw file.fault(line, "'" + slot + "' is neither a slot nor a preposition");
                    }
                    prepositions.add(slot);
                }
            }
        }
        Cue cue = new Cue(
                file.constant(Cue.Role.class, fields.get(2), line),
                file.constant(SpeechAct.class, fields.get(3), line),
                slots,
                prepositions,
                acts);
        if (cues.put(key(fields.getFirst(), fields.get(1)), cue) != null) {
            throw file.fault(line, fields.getFirst() + " is there twice");
        }
    }

    List<KnowledgeFile> files() {
        return List.of(file);
    }

    private static String key(String lemma, String upos) {
        return lemma + '/' + upos;
    }

    /** What a token of a sentence says as a cue; null when it is none. */
    @Nullable
    Cue cue(ParsedSentence sentence, int token) {
        if (token > 0 && sentence.lower(token - 1).equals("-")) {
            // The last part of a compound: "so-called".
            return null;
        }
        String upos = sentence.upos(token);
        return switch (upos) {
            case "VERB", "NOUN", "ADJ", "ADV" -> cue(sentence.lemma(token), upos);
            default -> null;
        };
    }

    /** The same beside a quotation, where what looks like a plural noun is rather a verb: {@code "...," Roe notes}. */
    @Nullable
    Cue cueOrVerb(ParsedSentence sentence, int token) {
        Cue cue = cue(sentence, token);
        return cue == null && sentence.xpos(token).equals("NNS") ? cue(sentence.lemma(token), "VERB") : cue;
    }

    /**
     * The verb that a word is which the tree takes for a noun, since "that" follows it and the sentence has no other finite verb
     * above it: {@code some analysts note that ...}; null when it is none.
     */
    @Nullable
    Cue verbTakenForNoun(ParsedSentence sentence, int token) {
        boolean noun = sentence.xpos(token).equals("NN") || sentence.xpos(token).equals("NNS");
        if (!noun
                || token == 0
                || token + 1 >= sentence.size()
                || !sentence.lower(token + 1).equals("that")) {
            return null;
        }
        Cue cue = cue(sentence.lemma(token), "VERB");
        if (cue == null || !cue.role().mayFollow() || !isSubject(sentence.upos(token - 1))) {
            return null;
        }
        int at = sentence.head(token);
        for (int step = 0; step < HIGHEST && at != ParsedSentence.NONE; step++) {
            String upos = sentence.upos(at);
            if (upos.equals("VERB") || upos.equals("AUX") || sentence.dependent(at, "cop") != ParsedSentence.NONE) {
                return null;
            }
            at = sentence.head(at);
        }
        return cue;
    }

    private static boolean isSubject(String upos) {
        return upos.equals("NOUN") || upos.equals("PROPN") || upos.equals("PRON");
    }

    /** Lemmas of words that training did not show are guessed, and a silent e is what is guessed wrong. */
    private @Nullable Cue cue(String lemma, String upos) {
        Cue cue = cues.get(key(lemma, upos));
        if (cue != null || !upos.equals("VERB")) {
            return cue;
        }
        return lemma.endsWith("e")
                ? cues.get(key(lemma.substring(0, lemma.length() - 1), upos))
                : cues.get(key(lemma + 'e', upos));
    }
}
