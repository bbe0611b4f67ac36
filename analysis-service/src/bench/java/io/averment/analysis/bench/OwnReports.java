package io.averment.analysis.bench;

import io.averment.analysis.document.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The project's own news texts as reports of a usual length: those of its treebank, and those of its corpus of names without the marks. */
final class OwnReports {

    private static final int USUAL_LENGTH = 2_500;
    private static final String TEXT = "# text = ";
    private static final Pattern MARK = Pattern.compile("\\[[A-Z]+ ([^\\]]*)\\]");

    private OwnReports() {}

    /**
     * @param module folder of the analysis service
     * @throws IOException if a text cannot be read
     */
    static List<Report> read(Path module) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (String line : Files.readAllLines(module.resolve("evaluation/news.conllu"))) {
            if (line.startsWith(TEXT)) {
                paragraphs.add(line.substring(TEXT.length()));
            }
        }
        for (String part : List.of("names.train", "names.test")) {
            for (String line : Files.readAllLines(module.resolve("corpus/names").resolve(part))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    paragraphs.add(MARK.matcher(line).replaceAll("$1"));
                }
            }
        }
        return reports(paragraphs);
    }

    private static List<Report> reports(List<String> paragraphs) {
        List<Report> reports = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String paragraph : paragraphs) {
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
            if (text.length() >= USUAL_LENGTH) {
                reports.add(report(text.toString()));
                text.setLength(0);
            }
        }
        if (!text.isEmpty()) {
            reports.add(report(text.toString()));
        }
        return reports;
    }

    private static Report report(String text) {
        return new Report(text, 0, null, "en", "2026-01-05");
    }
}
