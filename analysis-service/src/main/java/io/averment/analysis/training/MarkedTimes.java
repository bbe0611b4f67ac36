package io.averment.analysis.training;

import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.time.TimeExpression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the project's own corpus of time expressions; {@code corpus/times/README.md} says what the format is. Passages start with
 * {@code == NAME} and perhaps their day of publication; {@code [DATE 2025-08-18|Monday]} marks an expression.
 */
final class MarkedTimes {

    private static final Pattern PASSAGE = Pattern.compile("== (\\S+)(?: (\\S+))?");
    private static final Pattern MARK = Pattern.compile("\\[([A-Z]+) ([^|\\]]+)\\|([^\\]]+)\\]");

    private MarkedTimes() {}

    /**
     * The passages of a file.
     *
     * @throws IOException if an annotation is wrong, naming file and line
     */
    static List<GoldTimes> read(Path file) throws IOException {
        List<GoldTimes> passages = new ArrayList<>();
        @Nullable Matcher head = null;
        StringBuilder text = new StringBuilder();
        List<GoldTime> times = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher next = PASSAGE.matcher(line);
            if (next.matches()) {
                add(head, text, times, passages);
                head = next;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String fault = head == null ? "text before the first passage" : addLine(line, text, times);
                if (!fault.isEmpty()) {
                    throw new IOException(file.getFileName() + ", line " + number + ": " + fault);
                }
            }
        }
        add(head, text, times, passages);
        return passages;
    }

    private static void add(@Nullable Matcher head, StringBuilder text, List<GoldTime> times, List<GoldTimes> passages)
            throws IOException {
        if (head == null) {
            return;
        }
        String day = head.group(2);
        if (day != null && !PublicationDate.isValid(day)) {
            throw new IOException("Passage " + head.group(1) + ": " + day + " is no day of publication");
        }
        passages.add(new GoldTimes(head.group(1), new Report(text.toString(), 0, null, "en", day), times));
        text.setLength(0);
        times.clear();
    }

    /** Adds a paragraph; gives what is wrong with it, or nothing. */
    private static String addLine(String line, StringBuilder text, List<GoldTime> times) {
        text.append(text.isEmpty() ? "" : "\n\n");
        Matcher mark = MARK.matcher(line);
        int from = 0;
        while (mark.find()) {
            String type = mark.group(1);
            if (Arrays.stream(TimeExpression.Type.values())
                    .noneMatch(each -> each.name().equals(type))) {
                return type + " is no type of time expression";
            }
            text.append(line, from, mark.start());
            int start = text.length();
            text.append(mark.group(3));
            times.add(new GoldTime(new Span(start, text.length()), type, mark.group(2)));
            from = mark.end();
        }
        String rest = line.substring(from);
        text.append(rest);
        return text.indexOf("[") >= 0 || text.indexOf("]") >= 0 ? "a bracket belongs to no mark" : "";
    }
}
