package io.averment.analysis.command;

import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFolder;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code analyze}: reads texts from files or standard input and prints or writes their analyses. Needs no server, no configuration
 * and no network.
 */
public final class AnalyzeCommand {

    /** Everything was analysed. */
    static final int DONE = 0;
    /** The command line is wrong, or a text could not be read or written; every other text was done. */
    static final int FAULT = 2;

    private final OutputStream out;
    private final PrintStream errors;
    private final InputStream in;
    private final Map<String, String> environment;
    private final AnalysisWriter writer = new AnalysisWriter();

    AnalyzeCommand(InputStream in, OutputStream out, PrintStream errors, Map<String, String> environment) {
        this.in = in;
        this.out = out;
        this.errors = errors;
        this.environment = environment;
    }

    /** Runs with the process's own streams; the answer is the exit code. */
    public static int run(List<String> arguments) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new AnalyzeCommand(System.in, out, errors, System.getenv()).execute(arguments);
    }

    /** Runs; the answer is the exit code. */
    int execute(List<String> arguments) {
        return switch (Arguments.parse(arguments)) {
            case Arguments.Help() -> print(Arguments.HELP);
            case Arguments.Version() -> print(ProgramVersion.line());
            case Arguments.Wrong(String why) -> fault(why);
            case Arguments.Run run -> analyse(run);
            case Arguments.Stream stream -> analyse(stream);
        };
    }

    private int print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            return unwritten(e, DONE);
        }
        return DONE;
    }

    /** @param code what it would be if everything had been written */
    private int unwritten(IOException failure, int code) {
        return BrokenPipe.isMeantBy(failure) ? code : fault("standard output: cannot be written");
    }

    private int fault(String why) {
        errors.println("averment analyze: " + why);
        return FAULT;
    }

    private int analyse(Arguments.Run run) {
        Dates dates;
        Results results;
        Pipeline pipeline;
        try {
            dates = dates(run);
            results = Results.to(run, out, writer, environment);
            pipeline = pipeline(run.knowledge());
        } catch (CommandFault e) {
            return fault(e.reason());
        }
        int code = DONE;
        try {
            for (TextSource source : run.sources()) {
                try {
                    analyse(run, source, dates, pipeline, results);
                } catch (CommandFault e) {
                    code = fault(e.reason());
                }
            }
            out.flush();
        } catch (IOException e) {
            return unwritten(e, code);
        }
        return code;
    }

    private int analyse(Arguments.Stream stream) {
        TextSource source = stream.source();
        try (InputStream input = source.open(in)) {
            LineAnalysis analysis =
                    new LineAnalysis(pipeline(stream.knowledge()), writer, stream.outlet(), stream.publishedAt());
            return code(source, new DocumentStream(analysis, stream.threads()).run(new LineReader(input), out));
        } catch (CommandFault e) {
            return fault(e.reason());
        } catch (IOException e) {
            return fault(source.unreadable().reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fault(source.label() + ": interrupted");
        } catch (OutOfMemoryError e) {
            return fault(
                    source.label() + ": not enough memory; give more (-Xmx), or analyse fewer at once (--threads)");
        }
    }

    private int code(TextSource source, DocumentStream.Tally tally) {
        int code = DONE;
        if (tally.problems() > 0) {
            code = fault(
                    source.label() + ": " + tally.problems() + " of " + tally.lines() + " lines were not analysed");
        }
        return switch (tally.end()) {
            case DocumentStream.End.AllRead() -> code;
            case DocumentStream.End.Unreadable() -> fault(source.unreadable().reason());
            case DocumentStream.End.Unwritable(IOException cause) -> unwritten(cause, code);
        };
    }

    private static Dates dates(Arguments.Run run) throws CommandFault {
        Path table = run.dates();
        if (table == null) {
            return Dates.NONE;
        }
        Dates dates = Dates.read(table);
        dates.requireAny(table, run.sources());
        return dates;
    }

    private static Pipeline pipeline(@Nullable Path additions) throws CommandFault {
        if (additions == null) {
            return StandardPipeline.build();
        }
        try {
            return StandardPipeline.build(KnowledgeFolder.read(additions));
        } catch (KnowledgeException e) {
            throw new CommandFault(String.valueOf(e.getMessage()));
        }
    }

    private void analyse(Arguments.Run run, TextSource source, Dates dates, Pipeline pipeline, Results results)
            throws CommandFault, IOException {
        results.claim(source);
        String text = source.read(in);
        Report report = new Report(text, 0, run.outlet(), null, dates.of(source.name(), run.publishedAt()));
        Analysis analysis = switch (pipeline.analyse(report)) {
            case Outcome.Completed(Analysis completed) -> completed;
            case Outcome.Failed(String annotator, RuntimeException cause) ->
                throw new CommandFault(source.label() + ": the annotator " + annotator + " failed");
        };
        results.accept(source, analysis);
    }
}
