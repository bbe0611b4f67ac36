package io.averment.analysis.name;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.sentence.TokenAnnotator;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenLexicon;
import io.averment.analysis.token.TokenizationAnnotator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the project's own corpus: a sentence a line, an empty line between texts, lines starting with {@code #} are comments, and
 * {@code [PERSON Mara Voss]} is a name with its type.
 */
final class MarkedText {

    private MarkedText() {}

    /**
     * The texts of a file, their names as marked.
     *
     * @throws IOException naming file and line, if a mark is not closed or has no known type
     */
    static List<GoldText> read(Path file) throws IOException {
        List<GoldText> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Name> names = new ArrayList<>();
        int number = 0;
        for (String line : TaggedText.lines(file, StandardCharsets.UTF_8)) {
            number++;
            if (line.isEmpty() && !text.isEmpty()) {
                texts.add(new GoldText(file.getFileName() + "-" + texts.size(), text.toString(), names));
                text.setLength(0);
                names.clear();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                text.append(text.isEmpty() ? "" : "\n");
                addLine(line, file.getFileName() + ", line " + number, text, names);
            }
        }
        if (!text.isEmpty()) {
            texts.add(new GoldText(file.getFileName() + "-" + texts.size(), text.toString(), names));
        }
        return texts;
    }

    private static void addLine(String line, String place, StringBuilder text, List<Name> names) throws IOException {
        int from = 0;
        for (int open = line.indexOf('['); open >= 0; open = line.indexOf('[', from)) {
            int close = line.indexOf(']', open);
            int blank = line.indexOf(' ', open);
            if (close < 0 || blank < 0 || blank > close) {
                throw new IOException(place + ": a mark is not closed or names nothing");
            }
            text.append(line, from, open);
            int start = text.length();
            text.append(line, blank + 1, close);
            names.add(new Name(new Span(start, text.length()), type(line.substring(open + 1, blank), place)));
            from = close + 1;
        }
        text.append(line, from, line.length());
    }

    private static NameType type(String word, String place) throws IOException {
        for (NameType type : NameType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        throw new IOException(place + ": '" + word + "' is no type of name");
    }

    /** The sentences of the texts in the pipeline's own tokens; a name that does not begin and end with tokens is left out. */
    static List<TaggedSentence> sentences(List<GoldText> texts) {
        Abbreviations abbreviations = Abbreviations.load();
        List<Annotator<?>> steps = List.of(
                new ParagraphAnnotator(),
                new TokenAnnotator(abbreviations),
                new SentenceAnnotator(abbreviations),
                new TokenizationAnnotator(TokenLexicon.load(abbreviations)));
        List<TaggedSentence> sentences = new ArrayList<>();
        for (GoldText text : texts) {
            Document document = Document.of(new Report(text.text(), 0, null, null, null));
            for (Annotator<?> step : steps) {
                document = apply(step, document);
            }
            for (SentenceTokens tokens : document.get(TokenizationAnnotator.SENTENCE_TOKENS)) {
                sentences.add(new TaggedSentence(text.id(), tokens.forms(text.text()), labels(tokens, text.names())));
            }
        }
        return sentences;
    }

    private static <T> Document apply(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }

    private static int[] labels(SentenceTokens tokens, List<Name> names) {
        int[] labels = new int[tokens.size()];
        for (Name name : names) {
            int first = 0;
            while (first < labels.length && tokens.start(first) < name.span().start()) {
                first++;
            }
            int last = first;
            while (last < labels.length && tokens.end(last) < name.span().end()) {
                last++;
            }
            boolean fits = last < labels.length
                    && tokens.start(first) == name.span().start()
                    && tokens.end(last) == name.span().end();
            for (int i = first; fits && i <= last; i++) {
                int position = i == first ? Labels.BEGIN : i == last ? Labels.LAST : Labels.INSIDE;
                labels[i] = Labels.of(name.type(), first == last ? Labels.ONLY : position);
            }
        }
        return labels;
    }
}
