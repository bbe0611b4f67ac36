package io.averment.analysis.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Reads CoNLL-U, the format of Universal Dependencies: plain, or gzipped when the name ends in {@code .gz}. Empty nodes and
 * enhanced dependencies are left out.
 */
final class Treebank {

    private static final int COLUMNS = 10;

    private Treebank() {}

    /**
     * The sentences of a file, in its order.
     *
     * @throws IOException if the file cannot be read or a line is not CoNLL-U
     */
    static List<TreebankSentence> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return read(content);
        }
    }

    /** The sentences of a stream of CoNLL-U, which stays open. */
    static List<TreebankSentence> read(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<TreebankSentence> sentences = new ArrayList<>();
        TreebankSentence.Builder builder = new TreebankSentence.Builder();
        String document = "";
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isEmpty()) {
                builder.finish(document, sentences);
            } else if (line.startsWith("# newdoc")) {
                document = line.substring(line.indexOf('=') + 1).strip();
                builder.beginParagraph();
            } else if (line.startsWith("# newpar")) {
                builder.beginParagraph();
            } else if (!line.startsWith("#")) {
                addLine(builder, line.split("\t", -1), number);
            }
        }
        builder.finish(document, sentences);
        return sentences;
    }

    /** The sentences whose document's name a condition holds for. */
    static List<TreebankSentence> select(List<TreebankSentence> sentences, Predicate<String> document) {
        return sentences.stream()
                .filter(sentence -> document.test(sentence.document()))
                .toList();
    }

    private static void addLine(TreebankSentence.Builder builder, String[] columns, int number) throws IOException {
        if (columns.length != COLUMNS) {
            throw new IOException("Line " + number + " has " + columns.length + " columns, not " + COLUMNS);
        }
        String id = columns[0];
        boolean spaced = !columns[9].contains("SpaceAfter=No");
        if (id.indexOf('-') > 0) {
            builder.range(Integer.parseInt(id.substring(id.indexOf('-') + 1)), spaced);
        } else if (id.indexOf('.') < 0) {
            builder.token(columns, spaced);
        }
    }
}
