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
            if (tab <= 0 || !PublicationDate.isValid(line.substring(tab + 1))) {
                throw new CommandFault(file + ", line " + (i + 1) + ": not a file name, a tab and a date");
            }
            dates.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return new Dates(dates);
    }

    /** The date of a file, or {@code otherwise}. */
    @Nullable
    String of(String fileName, @Nullable String otherwise) {
        String date = byName.get(fileName);
        return date == null ? otherwise : date;
    }
}
