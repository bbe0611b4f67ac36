package io.averment.analysis.command;

import io.averment.analysis.document.PublicationDate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Arguments {

    /** The answer of {@code --help}. */
    String HELP = """
            Usage: averment analyze [OPTION]... [FILE]...
            Finds who said what in news reports. With no FILE, or when FILE is -, reads standard input.

              --published-at DATE  when the reports were published: 2025-08-18, or 2025-08-18T09:30:00+03:00
              --dates TSV          a date for each file: lines of file name, tab, date; a file that stands there
                                   has that date, and --published-at is for all others
              --outlet NAME        who published them
              --json               prints JSON, one line a file
              --ndjson             reads a JSON document a line instead, and answers each by a line, in the same order
              --threads N          with --ndjson: analyses N at once; by default as many as there are processors
              --knowledge DIR      adds the knowledge files (*.tsv) of DIR
              --out DIR            writes <name>.json into DIR for each file instead of printing
              --help               prints this
              --version            prints the version

            The text analysed is the file's content, unchanged: plain text (no HTML) in UTF-8, at most 262,144 characters. It
            reads English; a text in German or another language is recognised and left alone, and its analysis says so.
            Spans count Unicode code points from 0. Exit code 0 when every file was analysed, 2 when something was wrong with a file or the command,
            or an answer could not be written; a reader that goes away ("| head") is neither.

            With --ndjson there is one FILE at most, of any size. A line is an object of at most 4 MiB with "headline" and "body", or
            "text" for both, and, as far as known, "id" (a text or a whole number), "publishedAt", "outlet" and "language"; other
            fields are passed over. --published-at and --outlet are for lines without their own. The answer to a line is
              {"line":1,"id":"a","analysis":{...}}  or  {"line":2,"id":"b","problem":{"code":"empty-text","detail":"..."}}
            where line counts from 1, and blank lines have no answer. A line with a problem does not end the others; exit code 2 then.
            Of answers that wait for an earlier line 64 MiB are kept; a heap of 192 MiB (-Xmx192m) is enough for two threads.
            """;

    /** Print the help. */
    record Help() implements Arguments {}

    /** Print the version. */
    record Version() implements Arguments {}

    /** The command line cannot be understood, for a reason of one line. */
    record Wrong(String why) implements Arguments {}

    /**
     * Analyse.
     *
     * @param sources at least one
     * @param out null to print
     */
    record Run(
            List<TextSource> sources,
            @Nullable String publishedAt,
            @Nullable String outlet,
            boolean json,
            @Nullable Path out,
            @Nullable Path dates,
            @Nullable Path knowledge)
            implements Arguments {

        public Run {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Analyse a stream of documents.
     *
     * @param source where the lines are
     * @param threads how many are analysed at once
     */
    record Stream(
            TextSource source,
            @Nullable String publishedAt,
            @Nullable String outlet,
            @Nullable Path knowledge,
            int threads)
            implements Arguments {}

    /** Reads a command line. */
    static Arguments parse(List<String> arguments) {
        Reading reading = new Reading();
        try {
            return reading.read(arguments.iterator());
        } catch (CommandFault e) {
            return new Wrong(e.reason());
        }
    }

    /** The state of one reading of the command line. */
    final class Reading {
        private static final Pattern THREADS = Pattern.compile("[1-9][0-9]{0,2}");

        private final List<TextSource> sources = new ArrayList<>();
        private @Nullable String publishedAt;
        private @Nullable String outlet;
        private boolean json;
        private boolean ndjson;
        private @Nullable Integer threads;
        private @Nullable Path out;
        private @Nullable Path dates;
        private @Nullable Path knowledge;

        Arguments read(Iterator<String> arguments) throws CommandFault {
            boolean options = true;
            while (arguments.hasNext()) {
                String argument = arguments.next();
                if (!options || !argument.startsWith("-") || argument.equals("-")) {
                    sources.add(TextSource.of(argument));
                } else if (argument.equals("--")) {
                    options = false;
                } else if (argument.equals("--help") || argument.equals("-h")) {
                    return new Help();
                } else if (argument.equals("--version")) {
                    return new Version();
                } else if (argument.equals("--json")) {
                    json = true;
                } else if (argument.equals("--ndjson")) {
                    ndjson = true;
                } else {
                    readValued(argument, arguments);
                }
            }
            if (sources.isEmpty()) {
                sources.add(TextSource.of("-"));
            }
            if (ndjson) {
                return stream();
            }
            if (threads != null) {
                throw new CommandFault("--threads is for --ndjson");
            }
            return new Run(sources, publishedAt, outlet, json, out, dates, knowledge);
        }

        private Stream stream() throws CommandFault {
            if (sources.size() > 1) {
                throw new CommandFault("--ndjson reads one file; join several with cat");
            }
            if (out != null || dates != null) {
                throw new CommandFault("--ndjson goes without " + (out == null ? "--dates" : "--out"));
            }
            int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
            return new Stream(sources.getFirst(), publishedAt, outlet, knowledge, atOnce);
        }

        private void readValued(String argument, Iterator<String> rest) throws CommandFault {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--published-at" -> publishedAt = date(value(name, argument, rest));
                case "--outlet" -> outlet = value(name, argument, rest);
                case "--out" -> out = path(value(name, argument, rest));
                case "--knowledge" -> knowledge = path(value(name, argument, rest));
                case "--dates" -> dates = path(value(name, argument, rest));
                case "--threads" -> threads = threads(value(name, argument, rest));
                default -> throw new CommandFault("unknown option " + name + "; --help lists them");
            }
        }

        private static String value(String name, String argument, Iterator<String> rest) throws CommandFault {
            String value = argument.length() > name.length()
                    ? argument.substring(name.length() + 1)
                    : rest.hasNext() ? rest.next() : "";
            if (value.isBlank()) {
                throw new CommandFault(name + " needs a value");
            }
            return value;
        }

        private static String date(String value) throws CommandFault {
            if (!PublicationDate.isValid(value)) {
                throw new CommandFault(
                        "--published-at " + value + ": not a date like 2025-08-18 or 2025-08-18T09:30:00+03:00");
            }
            return value;
        }

        private static int threads(String value) throws CommandFault {
            if (!THREADS.matcher(value).matches()) {
                throw new CommandFault("--threads " + value + ": not a number from 1 to 999");
            }
            return Integer.parseInt(value);
        }

        private static Path path(String value) throws CommandFault {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new CommandFault(value + ": not a path");
            }
        }
    }
}
