package io.averment.analysis.bench;

import static java.util.Objects.requireNonNull;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.StandardPipeline;
import io.averment.analysis.token.SentenceTokens;
import io.averment.analysis.token.TokenizationAnnotator;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench analysis [STAGE...]}: for each annotator of the standard pipeline, and all of them, tokens a second of one thread's
 * processor time and bytes allocated a token; and how long loading takes. Each is measured in a JVM of its own.
 */
public final class BenchCommand {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double SECOND = 1e9;
    private static final int COLD_STARTS = 5;

    private BenchCommand() {}

    /** The first argument is the folder of the analysis service. */
    public static void main(String... arguments) throws IOException, RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path module = Path.of(arguments[0]);
        List<Annotator<?>> annotators = StandardPipeline.build().annotators();
        List<String> known =
                new ArrayList<>(annotators.stream().map(Annotator::name).toList());
        known.add(AnalysisBenchmark.WHOLE);
        List<String> stages = arguments.length == 1 ? known : List.of(arguments).subList(1, arguments.length);
        if (!known.containsAll(stages)) {
            out.println("averment bench analysis: the stages are " + String.join(", ", known));
            System.exit(2);
        }
        int tokens = tokens(annotators, OwnReports.read(module));
        out.printf(
                Locale.ROOT,
                "%d tokens, JDK %s, load of the machine %.1f%n%n",
                tokens,
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.println("| Stage | tokens a second of processor time | bytes allocated a token |\n|---|---|---|");
        for (String stage : stages) {
            out.println(row(stage, tokens, run(annotating(module, stage))));
        }
        double loading = run(loading()).getPrimaryResult().getScore();
        out.printf(Locale.ROOT, "%nLoading, in a fresh JVM: %.0f ms%n", loading);
    }

    private static int tokens(List<Annotator<?>> annotators, List<Report> reports) {
        int tokens = 0;
        for (Report report : reports) {
            Document document = Document.of(report);
            for (Annotator<?> annotator : annotators) {
                document = AnalysisBenchmark.extended(annotator, document);
            }
            tokens += document.get(TokenizationAnnotator.SENTENCE_TOKENS).stream()
                    .mapToInt(SentenceTokens::size)
                    .sum();
        }
        return tokens;
    }

    private static String row(String stage, int tokens, RunResult result) {
        double speed = tokens * SECOND * secondary(result, "rounds") / secondary(result, "nanoseconds");
        double bytes = secondary(result, ALLOCATED) / tokens;
        return String.format(Locale.ROOT, "| %s | %,.0f | %,.0f |", stage, speed, bytes);
    }

    private static double secondary(RunResult result, String name) {
        return requireNonNull(result.getSecondaryResults().get(name)).getScore();
    }

    private static ChainedOptionsBuilder annotating(Path module, String stage) {
        return options(AnalysisBenchmark.class)
                .param("module", module.toString())
                .param("stage", stage)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2));
    }

    private static ChainedOptionsBuilder loading() {
        return options(LoadingBenchmark.class)
                .forks(COLD_STARTS)
                .warmupIterations(0)
                .measurementIterations(1);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .threads(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next();
    }
}
