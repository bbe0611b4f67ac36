package io.averment.analysis.command;

import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.pipeline.Analysis;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Where analyses go. */
sealed interface Results {

    /** Makes sure that this source's result has a place of its own. */
    default void claim(TextSource source) throws CommandFault {}

    /** Takes one analysis. An {@link IOException} means that standard output takes no more. */
    void accept(TextSource source, Analysis analysis) throws CommandFault, IOException;

    static Results to(Arguments.Run run, OutputStream out, AnalysisWriter writer, Map<String, String> environment)
            throws CommandFault {
        if (run.out() != null) {
            return Folder.at(run.out(), run, writer);
        }
        return run.json() ? new Lines(out, writer) : new Terminal(out, TerminalText.forEnvironment(environment));
    }

    /** A line of JSON for each. */
    record Lines(OutputStream out, AnalysisWriter writer) implements Results {
        @Override
        public void accept(TextSource source, Analysis analysis) throws IOException {
            writer.write(analysis, out);
            out.write('\n');
            out.flush();
        }
    }

    /** Text for people. */
    record Terminal(OutputStream out, TerminalText text) implements Results {
        @Override
        public void accept(TextSource source, Analysis analysis) throws IOException {
            out.write(text.render(source.label(), analysis).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** A file for each, which is there whole or not at all. */
    final class Folder implements Results {
        private final Path folder;
        private final Arguments.Run run;
        private final AnalysisWriter writer;
        private final Map<String, TextSource> taken = new HashMap<>();

        private Folder(Path folder, Arguments.Run run, AnalysisWriter writer) {
            this.folder = folder;
            this.run = run;
            this.writer = writer;
        }

        static Folder at(Path folder, Arguments.Run run, AnalysisWriter writer) throws CommandFault {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new CommandFault(folder + ": cannot be made a folder for the results");
            }
            return new Folder(folder, run, writer);
        }

        @Override
        public void claim(TextSource source) throws CommandFault {
            Path target = target(source);
            TextSource other = taken.putIfAbsent(source.stem(), source);
            if (other != null) {
                throw new CommandFault(
                        source.label() + ": its result would replace " + target + " of " + other.label());
            }
            for (TextSource input : run.sources()) {
                if (input.path() != null && isSameFile(input.path(), target)) {
                    throw new CommandFault(source.label() + ": its result would replace the text " + input.label());
                }
            }
        }

        @Override
        public void accept(TextSource source, Analysis analysis) throws CommandFault {
            Path target = target(source);
            try {
                // Not a temporary file of the platform: those may be read by their owner alone.
                Path part = folder.resolve("." + source.stem() + ".json.part");
                try {
                    try (OutputStream file = Files.newOutputStream(part)) {
                        writer.write(analysis, file);
                        file.write('\n');
                    }
                    move(part, target);
                } finally {
                    Files.deleteIfExists(part);
                }
            } catch (IOException e) {
                throw new CommandFault(target + ": cannot be written");
            }
        }

        private static void move(Path part, Path target) throws IOException {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        private static boolean isSameFile(Path input, Path target) {
            return Objects.equals(
                    input.toAbsolutePath().normalize(), target.toAbsolutePath().normalize());
        }

        private Path target(TextSource source) {
            return folder.resolve(source.stem() + ".json");
        }
    }
}
