package io.averment.analysis.command;

import io.averment.analysis.acquisition.ImportException;
import io.averment.analysis.acquisition.PlacesComparison;
import io.averment.analysis.acquisition.SourceFormat;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFolder;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code knowledge}: turns published files into the knowledge base's own format, and checks what is there. Needs no server, no
 * configuration and no network.
 */
public final class KnowledgeCommand {

    static final int DONE = 0;
    static final int FAULT = 2;

    /** The answer of {@code --help}. */
    static final String HELP = """
            Usage: averment knowledge import FORMAT FILE
                   averment knowledge check [--knowledge DIR] [--places DIR]

            import  prints FILE as lines of the knowledge base; put them into a file NAME.tsv in a folder that --knowledge or
                    averment.knowledge.folder names. FORMAT is one of
                      geonames       a table of places, as cities15000.txt
                      wikidata       a JSON dump of entities, an entity a line, or a part of one
                      opensanctions  entities in JSON, one a line, as entities.ftm.json
            check   reads everything, of DIR too, prints how many entries of each kind there are, and with --places how countries
                    and cities differ from mledoze-countries.json and world-cities.csv in that folder

            Exit code 0, or 2 when a file cannot be read or has a line that its format does not allow, or what is printed cannot be written.
            """;

    private final FirstFailure output;
    private final PrintStream out;
    private final PrintStream errors;

    KnowledgeCommand(OutputStream out, PrintStream errors) {
        this.output = new FirstFailure(out);
        this.out = new PrintStream(output, false, StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /** Runs with the process's own streams; the answer is the exit code. */
    public static int run(List<String> arguments) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new KnowledgeCommand(out, errors).execute(arguments);
    }

    /** Runs; the answer is the exit code. */
    int execute(List<String> arguments) {
        try {
            if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
                out.print(HELP);
            } else if (arguments.getFirst().equals("import") && arguments.size() == 3) {
                importFile(arguments.get(1), Path.of(arguments.get(2)));
            } else if (arguments.getFirst().equals("check")) {
                check(arguments.subList(1, arguments.size()));
            } else {
                throw new CommandFault("cannot understand this; --help says what there is");
            }
            out.flush();
            IOException failure = output.failure();
            return failure == null ? DONE : unwritten(failure);
        } catch (Unwritable e) {
            return unwritten(e.failure);
        } catch (CommandFault e) {
            return fault(e.reason());
        }
    }

    private int unwritten(IOException failure) {
        return BrokenPipe.isMeantBy(failure) ? DONE : fault("standard output: cannot be written");
    }

    private int fault(String why) {
        errors.println("averment knowledge: " + why);
        return FAULT;
    }

    /** The output takes no more, so nothing more need be read. */
    private static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException failure;

        Unwritable(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private void print(String line) {
        out.println(line);
        IOException failure = output.failure();
        if (failure != null) {
            throw new Unwritable(failure);
        }
    }

    private void importFile(String name, Path file) throws CommandFault {
        SourceFormat format = SourceFormat.named(name)
                .orElseThrow(() -> new CommandFault("unknown format " + name + "; --help lists them"));
        out.println("# Imported from " + format.name() + ", " + file.getFileName());
        int given = reading(file, () -> format.read(file, KnowledgeBase.load(), this::print));
        errors.println(given + " lines");
    }

    private void check(List<String> options) throws CommandFault {
        KnowledgeBase base = KnowledgeBase.load();
        Path places = null;
        for (int i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new CommandFault(options.get(i) + " needs a value");
            }
            Path folder = Path.of(options.get(i + 1));
            switch (options.get(i)) {
                case "--knowledge" -> base = load(folder);
                case "--places" -> places = folder;
                default -> throw new CommandFault("unknown option " + options.get(i) + "; --help lists them");
            }
        }
        Map<String, Integer> kinds = new TreeMap<>();
        base.entries().forEach(entry -> kinds.merge(entry.kind().name(), 1, Integer::sum));
        kinds.forEach((kind, count) -> out.printf(Locale.ROOT, "%7d %s%n", count, kind));
        out.printf(
                Locale.ROOT,
                "%7d entries, %d institutions%n",
                base.entries().size(),
                base.institutions().size());
        if (places != null) {
            compare(base, places);
        }
    }

    private void compare(KnowledgeBase base, Path places) throws CommandFault {
        PlacesComparison comparison = new PlacesComparison(base, this::print);
        Path countries = places.resolve("mledoze-countries.json");
        Path cities = places.resolve("world-cities.csv");
        int countryCount = reading(countries, () -> comparison.countries(countries));
        int cityCount = reading(cities, () -> comparison.cities(cities));
        out.printf(Locale.ROOT, "compared %d countries and %d cities%n", countryCount, cityCount);
    }

    /** The knowledge base with a folder's files. */
    static KnowledgeBase load(Path folder) throws CommandFault {
        try {
            return KnowledgeBase.load(KnowledgeFolder.read(folder));
        } catch (KnowledgeException e) {
            throw new CommandFault(String.valueOf(e.getMessage()));
        }
    }

    /** Something that reads a file. */
    @FunctionalInterface
    private interface Reading {
        int read() throws IOException, ImportException;
    }

    private static int reading(Path file, Reading reading) throws CommandFault {
        try {
            if (Files.isDirectory(file)) {
                throw new CommandFault(file + ": is a directory");
            }
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new CommandFault(file + ": no such file");
        } catch (IOException e) {
            throw new CommandFault(file + ": cannot be read as UTF-8");
        } catch (ImportException e) {
            throw new CommandFault(file + ", " + e.getMessage());
        }
    }
}
