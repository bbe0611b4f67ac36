package io.averment.analysis.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares figures with those of the last recorded run. The record is a file of lines {@code name<TAB>percent}; lines that begin
 * with {@code #} and empty lines are left out.
 */
final class FigureTable {

    /** A figure may fall by this many points. */
    static final double ALLOWED_DROP = 0.5;

    private final Map<String, Double> last;

    private FigureTable(Map<String, Double> last) {
        this.last = last;
    }

    /**
     * The record in a file; an empty one when there is no file.
     *
     * @throws IOException if a line is not of the format, naming it
     */
    static FigureTable read(Path file) throws IOException {
        Map<String, Double> last = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return new FigureTable(last);
        }
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            try {
                last.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException(file.getFileName() + ", line " + number + " is no name, tab, number", e);
            }
        }
        return new FigureTable(last);
    }

    /**
     * The table to print: now, last, and the change.
     *
     * @param data whether a folder of public corpora was named; if not, a last line counts the rows that need one
     */
    String render(List<Figure> figures, boolean data) {
        StringBuilder out = new StringBuilder();
        int unnamed = 0;
        out.append(String.format(Locale.ROOT, "%-34s %7s %7s %7s%n", "", "now", "last", "change"));
        for (Figure figure : figures) {
            switch (figure) {
                case Figure.Measured(String name, double percent) -> {
                    Double before = last.get(name);
                    String compared = before == null
                            ? String.format(Locale.ROOT, "%7s %7s", "-", "")
                            : String.format(Locale.ROOT, "%7.2f %+7.2f", before, percent - before);
                    out.append(String.format(Locale.ROOT, "%-34s %7.2f %s%n", name, percent, compared));
                }
                case Figure.Missing(String name, String file, boolean own) -> {
                    if (own || data) {
                        out.append(String.format(Locale.ROOT, "%-34s %7s  not there: %s%n", name, "-", file));
                    } else {
                        unnamed++;
                    }
                }
            }
        }
        if (unnamed > 0) {
            out.append(unnamed)
                    .append(unnamed == 1 ? " row needs" : " rows need")
                    .append(" --data DIR, the public corpora\n");
        }
        return out.toString();
    }

    /** The figures that fell by more than is allowed. */
    List<Figure.Measured> dropped(List<Figure> figures) {
        return figures.stream()
                .filter(Figure.Measured.class::isInstance)
                .map(Figure.Measured.class::cast)
                .filter(figure ->
                        figure.percent() < last.getOrDefault(figure.name(), Double.NEGATIVE_INFINITY) - ALLOWED_DROP)
                .toList();
    }

    /** The record with new figures; those not measured this time stay. */
    String recorded(List<Figure> figures) {
        Map<String, Double> all = new LinkedHashMap<>(last);
        for (Figure figure : figures) {
            if (figure instanceof Figure.Measured(String name, double percent)) {
                all.put(name, percent);
            }
        }
        StringBuilder out =
                new StringBuilder("# The figures of the last recorded run of `./averment evaluate`, in percent.\n");
        all.forEach((name, percent) -> out.append(String.format(Locale.ROOT, "%s\t%.2f%n", name, percent)));
        return out.toString();
    }
}
