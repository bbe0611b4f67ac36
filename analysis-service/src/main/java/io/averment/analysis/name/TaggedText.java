package io.averment.analysis.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Readers of tagged text. The common format has a token a line, its columns separated by tabs or one blank, word first; an empty line ends
 * a sentence; a line that starts with {@code # doc} or {@code -DOCSTART-} begins a document. Files ending in {@code .gz} are unpacked.
 */
final class TaggedText {

    /** Where a file has no documents, as many sentences are taken for one. */
    private static final int SENTENCES_A_DOCUMENT = 8;

    private final List<TaggedSentence> sentences = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final TagScheme scheme;
    private final String source;
    private int documents;
    private boolean documentsMarked;

    private TaggedText(String source, TagScheme scheme) {
        this.source = source;
        this.scheme = scheme;
    }

    /**
     * Reads the common format.
     *
     * @param column of the tag, 0-based, or negative for the last one
     */
    static List<TaggedSentence> read(Path file, int column, TagScheme scheme) throws IOException {
        TaggedText text = new TaggedText(nameOf(file), scheme);
        for (String line : lines(file, StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                text.endSentence();
            } else if (line.startsWith("# doc") || line.startsWith("-DOCSTART-")) {
                text.endSentence();
                text.documentsMarked = true;
                text.documents++;
            } else {
                String[] columns = line.split("[\t ]", -1);
                int tag = column < 0 ? columns.length - 1 : column;
                text.add(columns[0], tag == 0 || tag >= columns.length ? "O" : columns[tag].strip());
            }
        }
        return text.finish();
    }

    private void add(String word, String tag) {
        String rest = word;
        String first = tag.isEmpty() ? "O" : tag;
        for (int hyphen = innerHyphen(rest); hyphen > 0; hyphen = innerHyphen(rest)) {
            String begun = first.startsWith("U-") ? "B" + first.substring(1) : first;
            addPart(rest.substring(0, hyphen), begun);
            first = begun.startsWith("B-") || begun.startsWith("L-") ? "I" + begun.substring(1) : begun;
            addPart(rest.substring(hyphen, hyphen + 1), first);
            rest = rest.substring(hyphen + 1);
        }
        addPart(rest, first);
    }

    private void addPart(String word, String tag) {
        if (!word.isEmpty()) {
            words.add(word);
            tags.add(tag);
        }
    }

    /** The pipeline cuts words at their hyphens, so tagged words are cut there, too; not so addresses. */
    private static int innerHyphen(String word) {
        int hyphen = word.contains("://") ? -1 : word.indexOf('-');
        boolean inner = hyphen > 0
                && hyphen + 1 < word.length()
                && Character.isLetterOrDigit(word.charAt(hyphen - 1))
                && Character.isLetterOrDigit(word.charAt(hyphen + 1));
        return inner ? hyphen : -1;
    }

    private void endSentence() {
        if (words.isEmpty()) {
            return;
        }
        String[] found = words.toArray(String[]::new);
        int[] labels = scheme.labels(found, tags.toArray(String[]::new));
        int document = documentsMarked ? documents : sentences.size() / SENTENCES_A_DOCUMENT;
        sentences.add(new TaggedSentence(source + "-" + document, found, labels));
        words.clear();
        tags.clear();
    }

    private List<TaggedSentence> finish() {
        endSentence();
        return List.copyOf(sentences);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    static List<String> lines(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(content, charset))) {
            return reader.lines().toList();
        }
    }
}
