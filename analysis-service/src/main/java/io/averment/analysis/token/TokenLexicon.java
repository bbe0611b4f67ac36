package io.averment.analysis.token;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.sentence.Abbreviations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the tokeniser knows about words: pieces that decide where a token ends, contractions, abbreviations. Immutable. */
public final class TokenLexicon {

    /** What a piece of a word is; the data file says what each means. */
    enum Piece {
        PREFIX,
        UNIT,
        DOMAIN,
        FILE,
        ELISION,
        SLASHED,
        FACE
    }

    /** No listed form is longer, in UTF-16 code units, so a longer word is not looked up. */
    static final int LONGEST_FORM = 12;

    private static final int[] NO_CUTS = {};

    private final KnowledgeFile formFile;
    private final KnowledgeFile contractionFile;
    private final Abbreviations abbreviations;
    private final Map<String, Set<Piece>> forms = new HashMap<>();
    private final Map<String, int[]> contractions = new HashMap<>();

    TokenLexicon(KnowledgeFile formFile, KnowledgeFile contractionFile, Abbreviations abbreviations) {
        this.formFile = formFile;
        this.contractionFile = contractionFile;
        this.abbreviations = abbreviations;
        formFile.forEachRecord(2, (fields, line) -> addForm(fields, line));
        contractionFile.forEachRecord(2, (fields, line) -> addContraction(fields, line));
    }

    /**
     * Reads the data files.
     *
     * @throws KnowledgeException if one is missing or broken
     */
    public static TokenLexicon load(Abbreviations abbreviations) {
        return new TokenLexicon(
                KnowledgeFile.load("token-forms.tsv"), KnowledgeFile.load("contractions.tsv"), abbreviations);
    }

    List<KnowledgeFile> files() {
        List<KnowledgeFile> files = new ArrayList<>(abbreviations.files());
        files.add(formFile);
        files.add(contractionFile);
        return List.copyOf(files);
    }

    /** Whether a stretch of text is a piece of this class. Constant: a stretch longer than every form is not looked at. */
    boolean is(Piece piece, String text, int start, int end) {
        if (end - start > LONGEST_FORM || end <= start) {
            return false;
        }
        String form = text.substring(start, end);
        Set<Piece> pieces = forms.get(piece == Piece.FACE ? form : form.toLowerCase(Locale.ROOT));
        return pieces != null && pieces.contains(piece);
    }

    /** Where a contraction is cut, in code units from its start; empty when it is none. */
    int[] cutsOf(String text, int start, int end) {
        if (end - start > LONGEST_FORM) {
            return NO_CUTS;
        }
        return contractions.getOrDefault(text.substring(start, end).toLowerCase(Locale.ROOT), NO_CUTS);
    }

    /** Whether a word with its period is an abbreviation, which keeps it. */
    boolean isAbbreviation(String text, int start, int end) {
        return end - start <= LONGEST_FORM && abbreviations.isAbbreviation(text.substring(start, end));
    }

    private void addForm(List<String> fields, int line) {
        String form = fields.getFirst();
        if (form.length() > LONGEST_FORM) {
            throw formFile.fault(line, "'" + form + "' is longer than " + LONGEST_FORM);
        }
        Piece piece = formFile.constant(Piece.class, fields.get(1), line);
        if (piece != Piece.FACE && !form.equals(form.toLowerCase(Locale.ROOT))) {
            throw formFile.fault(line, "'" + form + "' is not in lower case");
        }
        if (!forms.computeIfAbsent(form, key -> new HashSet<>()).add(piece)) {
            throw formFile.fault(line, "'" + form + "' is there twice");
        }
    }

    private void addContraction(List<String> fields, int line) {
        String word = fields.getFirst();
        String[] tokens = fields.get(1).split(" ", -1);
        if (!word.equals(String.join("", tokens)) || tokens.length < 2 || word.length() > LONGEST_FORM) {
            throw contractionFile.fault(line, "the tokens do not make up the word");
        }
        int[] cuts = new int[tokens.length - 1];
        int at = 0;
        for (int i = 0; i < cuts.length; i++) {
            at += tokens[i].length();
            cuts[i] = at;
        }
        if (contractions.put(word, cuts) != null) {
            throw contractionFile.fault(line, "'" + word + "' is there twice");
        }
    }
}
