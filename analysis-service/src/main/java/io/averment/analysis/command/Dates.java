package io.averment.analysis.command;

import io.averment.analysis.document.PublicationDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publication dates by file name, from a file of two columns. */
record Dates(Map<String, String> byName) {

    static final Dates NONE = new Dates(Map.of());

    Dates {
        byName = Map.copyOf(byName);
    }

    /** Reads lines of file name, tab, date; empty lines are left out. */
    static Dates read(Path file) throws CommandFault {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFault(file + ": cannot be read as a table of dates in UTF-8");
        }
        Map<String, String> dates = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab <= 0) {
                throw new CommandFault(file + ", line " + (i + 1) + ": not a file name, a tab and a date");
            }
            String date = line.substring(tab + 1);
            if (!PublicationDate.isValid(date)) {
                throw new CommandFault(file + ", line " + (i + 1) + ": '" + date
                        + "' is not a date such as 2025-08-18 or 2025-08-18T09:30:00+03:00");
            }
            dates.put(line.substring(0, tab), date);
        }
        return new Dates(dates);
    }

    /** Refuses a table, given on purpose, in which none of these files stands. */
    void requireAny(Path table, List<TextSource> files) throws CommandFault {
        if (files.stream().noneMatch(file -> byName.containsKey(file.name()))) {
            throw new CommandFault(
                    table + " has a date for none of the files; it names them without their folders, as report.txt");
        }
    }

    /** The date of a file, or {@code otherwise}. */
    @Nullable
    String of(String fileName, @Nullable String otherwise) {
        String date = byName.get(fileName);
        return date == null ? otherwise : date;
    }
}
