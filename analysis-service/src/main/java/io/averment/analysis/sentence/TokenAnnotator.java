package io.averment.analysis.sentence;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the text into words and other visible characters. Thread-safe, linear: every character is looked at a bounded number of times. */
public final class TokenAnnotator implements Annotator<Token> {

    /** In the order of the text, not overlapping. */
    public static final Layer<Token> TOKENS = new Layer<>("tokens", Token.class);

    /** No abbreviation is longer, so a longer word is not looked up. */
    private static final int LONGEST_ABBREVIATION = 12;

    private final Abbreviations abbreviations;

    public TokenAnnotator(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<Token> produces() {
        return TOKENS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return abbreviations.files();
    }

    @Override
    public List<Token> annotate(Document document) {
        String text = document.text();
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (isWordPart(codePoint)) {
                int end = wordEnd(text, i);
                tokens.add(new Token(i, end, true));
                i = end;
            } else {
                int end = i + Character.charCount(codePoint);
                if (!Blanks.isBlank(text.charAt(i))) {
                    tokens.add(new Token(i, end, false));
                }
                i = end;
            }
        }
        return tokens;
    }

    private int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (isWordPart(codePoint) || (isJoiner(codePoint) && isWordPartAt(text, i + 1))) {
                i += Character.charCount(codePoint);
            } else {
                break;
            }
        }
        boolean abbreviation = i < text.length()
                && text.charAt(i) == '.'
                && i - start <= LONGEST_ABBREVIATION
                && abbreviations.kindOf(text.substring(start, i + 1)) != null;
        return abbreviation ? i + 1 : i;
    }

    private static boolean isWordPart(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWordPartAt(String text, int index) {
        return index < text.length() && isWordPart(text.codePointAt(index));
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == '\'' || codePoint == '’' || codePoint == '-' || codePoint == '‑' || codePoint == '.';
    }
}
