package io.averment.analysis.syntax;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.token.SentenceTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence with its tree at hand: dependents in the order of the text, and how far the words below each token reach. Trees are
 * projective, so the words below a token are one stretch without a gap. Immutable to its users and safe to share between threads: forms
 * in lower case and lemmas are made when they are first asked for, and every thread makes the same.
 */
public final class ParsedSentence {

    /** No token. */
    public static final int NONE = -1;

    private final String text;
    private final SentenceTokens tokens;
    private final SentenceSyntax syntax;
    private final int[] firstDependent;
    private final int[] nextDependent;
    private final int[] left;
    private final int[] right;
    private final String[] lower;
    private final String[] lemmas;

    /** The sentences of a document that have tokens, in their order. */
    public static List<ParsedSentence> of(Document document) {
        return document.get(SyntaxAnnotator.SYNTAX).stream()
                .filter(sentence -> sentence.size() > 0)
                .toList();
    }

    /** The index of the sentence that holds a position, or of the last before it; -1 when there is none. A binary search. */
    public static int at(List<ParsedSentence> sentences, int offset) {
        int low = -1;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).start(0) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public ParsedSentence(String text, SentenceTokens tokens, SentenceSyntax syntax) {
        this.text = text;
        this.tokens = tokens;
        this.syntax = syntax;
        int size = tokens.size();
        firstDependent = new int[size];
        nextDependent = new int[size];
        left = new int[size];
        right = new int[size];
        lower = new String[size];
        lemmas = new String[size];
        Arrays.fill(firstDependent, NONE);
        for (int i = size - 1; i >= 0; i--) {
            left[i] = i;
            right[i] = i + 1;
            int head = syntax.head(i);
            nextDependent[i] = NONE;
            if (head != SentenceSyntax.ROOT) {
                nextDependent[i] = firstDependent[head];
                firstDependent[head] = i;
            }
        }
        reach();
    }

    /** How far each subtree reaches: each token tells its head, those furthest from the root first. Linear. */
    private void reach() {
        int size = size();
        int[] waiting = new int[size];
        for (int i = 0; i < size; i++) {
            if (syntax.head(i) != SentenceSyntax.ROOT) {
                waiting[syntax.head(i)]++;
            }
        }
        int[] ready = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (waiting[i] == 0) {
                ready[count++] = i;
            }
        }
        for (int next = 0; next < count; next++) {
            int token = ready[next];
            int head = syntax.head(token);
            if (head != SentenceSyntax.ROOT && isTogether(token, head)) {
                left[head] = Math.min(left[head], left[token]);
                right[head] = Math.max(right[head], right[token]);
                if (--waiting[head] == 0) {
                    ready[count++] = head;
                }
            }
        }
    }

    /** A dateline is no part of the sentence behind it. */
    private boolean isTogether(int token, int head) {
        return token >= syntax.dateline() || head < syntax.dateline();
    }

    /** Whether a token belongs to the dateline before the sentence proper. */
    public boolean isDateline(int token) {
        return token < syntax.dateline();
    }

    public int size() {
        return tokens.size();
    }

    /** Tags, heads and relations alone. */
    public SentenceSyntax syntax() {
        return syntax;
    }

    /** First token of the words below {@code token}, itself included. */
    public int left(int token) {
        return left[token];
    }

    /** One past the last of them. */
    public int right(int token) {
        return right[token];
    }

    /** The head, or {@link #NONE} for the root. */
    public int head(int token) {
        return syntax.head(token);
    }

    /** The first dependent in the order of the text, or {@link #NONE}. */
    public int firstDependent(int token) {
        return firstDependent[token];
    }

    /** The next dependent of the same head, or {@link #NONE}. */
    public int nextDependent(int token) {
        return nextDependent[token];
    }

    /** The first dependent with one of the relations, subtypes told apart; {@link #NONE} when there is none. */
    public int dependent(int token, String... relations) {
        for (int i = firstDependent[token]; i != NONE; i = nextDependent[i]) {
            for (String relation : relations) {
                if (syntax.relation(i).equals(relation)) {
                    return i;
                }
            }
        }
        return NONE;
    }

    /** The subject nearest before a verb, else its first; {@link #NONE} when it has none. */
    public int lastSubject(int verb) {
        int found = NONE;
        for (int i = firstDependent[verb]; i != NONE; i = nextDependent[i]) {
            if (syntax.relation(i).equals("nsubj") && (i < verb || found == NONE)) {
                found = i;
            }
        }
        return found;
    }

    /** The relation with its subtype. */
    public String relation(int token) {
        return syntax.relation(token);
    }

    public boolean is(int token, String relation) {
        return token != NONE && syntax.relation(token).equals(relation);
    }

    /** The relation, subtypes not told apart. */
    public boolean isKindOf(int token, String relation) {
        String full = syntax.relation(token);
        return full.startsWith(relation)
                && (full.length() == relation.length() || full.charAt(relation.length()) == ':');
    }

    public String upos(int token) {
        return syntax.upos(token);
    }

    public String xpos(int token) {
        return syntax.xpos(token);
    }

    public String form(int token) {
        return tokens.of(text, token);
    }

    public String lower(int token) {
        String form = lower[token];
        if (form == null) {
            form = tokens.of(text, token).toLowerCase(Locale.ROOT);
            lower[token] = form;
        }
        return form;
    }

    public String lemma(int token) {
        String lemma = lemmas[token];
        if (lemma == null) {
            lemma = syntax.lemma(token, form(token)).toLowerCase(Locale.ROOT);
            lemmas[token] = lemma;
        }
        return lemma;
    }

    public boolean isPunctuation(int token) {
        return syntax.upos(token).equals("PUNCT");
    }

    public int start(int token) {
        return tokens.start(token);
    }

    public int end(int token) {
        return tokens.end(token);
    }

    /** The stretch of the text from one token to another; {@code to} is one past the last, and above {@code from}. */
    public Span span(int from, int to) {
        return new Span(tokens.start(from), tokens.end(to - 1));
    }

    /** The first token that does not end before {@code offset}, {@link #size} when none does. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first token of a stretch whose head lies outside it; {@link #NONE} when the stretch is not of this sentence. */
    public int headOf(Span stretch) {
        for (int i = tokenAt(stretch.start()); i < size() && start(i) < stretch.end(); i++) {
            int head = head(i);
            if (head == NONE || start(head) < stretch.start() || start(head) >= stretch.end()) {
                return i;
            }
        }
        return NONE;
    }

    /** The same, or else the token nearest to where the stretch begins. */
    public int headOrNearest(Span stretch) {
        int head = headOf(stretch);
        return head == NONE ? Math.min(tokenAt(stretch.start()), size() - 1) : head;
    }
}
