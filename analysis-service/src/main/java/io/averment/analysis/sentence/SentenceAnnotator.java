package io.averment.analysis.sentence;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts paragraphs into sentences. A sentence ends after {@code . ! ? …} and the quotation marks and brackets that close behind it,
 * unless what follows goes on in lower case or with a comma or dash, or the period is an abbreviation's, an initial's or a number's.
 * Sentences inside a quotation are sentences too. Thread-safe, linear.
 */
public final class SentenceAnnotator implements Annotator<Span> {

    /** Without the blanks between them; together they hold every visible character of the text. */
    public static final Layer<Span> SENTENCES = new Layer<>("sentences", Span.class);

    private static final String TERMINALS = ".!?…";
    private static final String CLOSERS = "\"”’'»)]}";
    private static final String OPENERS = "\"“‘'«([{";
    private static final String CONTINUATIONS = ",;:–—-/";

    private static final int LONGEST_ORDINAL = 2;

    private final Abbreviations abbreviations;

    public SentenceAnnotator(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    @Override
    public String name() {
        return "sentences";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layer<Span> produces() {
        return SENTENCES;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(ParagraphAnnotator.PARAGRAPHS, TokenAnnotator.TOKENS);
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
    public List<Span> annotate(Document document) {
        List<Token> tokens = document.get(TokenAnnotator.TOKENS);
        List<Span> sentences = new ArrayList<>();
        int from = 0;
        for (Span paragraph : document.get(ParagraphAnnotator.PARAGRAPHS)) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < paragraph.end()) {
                to++;
            }
            cut(document.text(), tokens.subList(from, to), sentences);
            from = to;
        }
        return sentences;
    }

    private void cut(String text, List<Token> tokens, List<Span> sentences) {
        int first = 0;
        int i = 0;
        while (i < tokens.size()) {
            if (!mayEnd(text, tokens.get(i))) {
                i++;
                continue;
            }
            if (isOrdinal(text, tokens, first, i)) {
                i++;
                continue;
            }
            int terminal = i;
            int next = afterClosers(text, tokens, i + 1);
            i = next;
            if (next < tokens.size() && ends(text, tokens, terminal, next)) {
                sentences.add(
                        new Span(tokens.get(first).start(), tokens.get(next - 1).end()));
                first = next;
            }
        }
        if (first < tokens.size()) {
            sentences.add(new Span(tokens.get(first).start(), tokens.getLast().end()));
        }
    }

    /** The number of a list's item with its period, at the start of a sentence. */
    private static boolean isOrdinal(String text, List<Token> tokens, int first, int terminal) {
        Token number = tokens.get(first);
        int length = number.end() - number.start();
        return terminal == first + 1
                && text.charAt(tokens.get(terminal).start()) == '.'
                && tokens.get(terminal).start() == number.end()
                && length <= LONGEST_ORDINAL
                && number.of(text).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean mayEnd(String text, Token token) {
        return TERMINALS.indexOf(text.charAt(token.end() - 1)) >= 0;
    }

    /** The first token that is neither a further terminal nor a closing mark that touches what it closes. */
    private static int afterClosers(String text, List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size()
                && !tokens.get(i).isWord()
                && tokens.get(i).start() == tokens.get(i - 1).end()
                && (TERMINALS.indexOf(text.charAt(tokens.get(i).start())) >= 0
                        || CLOSERS.indexOf(text.charAt(tokens.get(i).start())) >= 0)) {
            i++;
        }
        return i;
    }

    private boolean ends(String text, List<Token> tokens, int terminal, int next) {
        Token following = tokens.get(next);
        if (following.start() == tokens.get(next - 1).end()
                || CONTINUATIONS.indexOf(text.charAt(following.start())) >= 0) {
            return false;
        }
        Token word = nextWord(text, tokens, next);
        String start = word.of(text);
        if (Character.isLowerCase(start.codePointAt(0)) && !isLowercaseName(start)) {
            return false;
        }
        Token last = tokens.get(terminal);
        if (!last.isWord() || next > terminal + 1) {
            return true;
        }
        return endsAfterAbbreviation(text, last, start);
    }

    private boolean endsAfterAbbreviation(String text, Token abbreviation, String start) {
        Abbreviations.Kind kind = abbreviations.kindOf(abbreviation.of(text));
        if (kind == null) {
            return true;
        }
        return switch (kind) {
            case LEADING -> false;
            case ANYWHERE -> abbreviations.isStarter(start);
        };
    }

    /** The first word from a token on, past opening marks; the token itself when there is none. */
    private static Token nextWord(String text, List<Token> tokens, int from) {
        int i = from;
        // Two marks may open at once (a quotation within a quotation, or in brackets); more is not prose, and not worth
        // a walk.
        while (i + 1 < tokens.size()
                && i < from + 3
                && OPENERS.indexOf(text.charAt(tokens.get(i).start())) >= 0) {
            i++;
        }
        return tokens.get(i);
    }

    /** A name that begins in lower case, as "al-Sudani" or "iPhone". */
    private static boolean isLowercaseName(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
