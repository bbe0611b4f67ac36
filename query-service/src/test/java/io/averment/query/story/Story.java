package io.averment.query.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A story of the corpus; the form is described beside it. */
public record Story(String name, List<Report> reports) {
    /** Where the corpus lies, from the module's folder. */
    static final Path FOLDER = Path.of("evaluation", "stories");

    private static final Pattern HEAD =
            Pattern.compile("@ (\\d{4}-\\d{2}-\\d{2}) \\| ([^|]+?)(?: \\| copy of (\\d+))?");
    private static final Pattern MARK = Pattern.compile(
            "\\{(?:(u\\d+)|(c\\d+) (ANNOUNCED|RESTATED|MOVED|REPORTED_MET|REPORTED_MISSED|WITHDRAWN|CONTRADICTED))\\|([^{}]+)\\}");

    public Story {
        reports = List.copyOf(reports);
    }

    /** One report: its plain text and what is marked in it. */
    public record Report(LocalDate date, String outlet, String text, List<Mark> marks) {
        public Report {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A marked stretch, in code points.
     *
     * @param thread as in {@code c1}
     * @param step of a commitment's life; empty for quotations
     */
    public record Mark(String thread, String step, int start, int end) {
        boolean overlaps(int otherStart, int otherEnd) {
            return otherStart < end && start < otherEnd;
        }
    }

    /** The stories of a part, {@code development} or {@code evaluation}, by name. */
    static List<Story> all(String part) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(part))) {
            return files.sorted().map(Story::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One story of a part. */
    public static Story of(String part, String name) {
        return read(FOLDER.resolve(part).resolve(name + ".txt"));
    }

    private static Story read(Path file) {
        try {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
            return parse(name, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when a line is not of its form; it is named by story and number */
    static Story parse(String name, List<String> lines) {
        List<Report> reports = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String where = name + ", line " + (at + 1);
            Matcher head = HEAD.matcher(lines.get(at));
            require(head.matches(), where);
            LocalDate date = LocalDate.parse(head.group(1));
            String copied = head.group(3);
            if (copied == null) {
                require(at + 1 < lines.size(), where);
                String text = lines.get(at + 1);
                reports.add(marked(date, head.group(2), text, name + ", line " + (at + 2)));
            } else {
                Report original = reports.get(Integer.parseInt(copied) - 1);
                reports.add(new Report(date, head.group(2), original.text(), original.marks()));
            }
            at += copied == null ? 2 : 1;
        }
        require(reports.size() >= 3 && reports.size() <= 12, name);
        return new Story(name, reports);
    }

    private static Report marked(LocalDate date, String outlet, String line, String where) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            int start = text.codePointCount(0, text.length());
            text.append(mark.group(4));
            int end = text.codePointCount(0, text.length());
            boolean quotation = mark.group(1) != null;
            marks.add(new Mark(quotation ? mark.group(1) : mark.group(2), quotation ? "" : mark.group(3), start, end));
        }
        mark.appendTail(text);
        require(text.indexOf("{") < 0 && text.indexOf("}") < 0 && text.indexOf("|") < 0, where);
        return new Report(date, outlet, text.toString(), marks);
    }

    private static void require(boolean holds, String where) {
        if (!holds) {
            throw new IllegalArgumentException(where + " is not of the form of stories");
        }
    }

    /** The names of the files in which the reports' plain texts lie, with the day of each. */
    Map<String, LocalDate> files() {
        Map<String, LocalDate> files = new java.util.LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            files.put(file(i), reports.get(i).date());
        }
        return files;
    }

    /** The name of a report's file without ending, by its index. */
    public String file(int report) {
        return name + '.' + (report + 1);
    }
}
