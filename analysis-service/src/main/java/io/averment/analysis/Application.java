package io.averment.analysis;

import io.averment.analysis.command.AnalyzeCommand;
import io.averment.analysis.command.KnowledgeCommand;
import io.averment.analysis.command.ProgramVersion;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * The executable: without arguments it serves until it is stopped; {@code analyze} and {@code knowledge} are commands; else {@link #USAGE}.
 * Exit code 2 when not understood.
 */
@QuarkusMain
public final class Application {
    static final String USAGE = """
            averment-analysis                serves until it is stopped
            averment-analysis analyze ...    analyses files or standard input (analyze --help says more)
            averment-analysis knowledge ...  imports and checks what is known (knowledge --help says more)
            averment-analysis --version      prints version, commit and the fingerprint of the pipeline
            """;

    private static final int USAGE_ERROR = 2;

    private Application() {}

    /** The commands answer before anything of the server is loaded, so that they start at once. */
    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Quarkus.run(arguments);
        } else if (words.getFirst().equals("analyze")) {
            System.exit(AnalyzeCommand.run(words.subList(1, words.size())));
        } else if (words.getFirst().equals("knowledge")) {
            System.exit(KnowledgeCommand.run(words.subList(1, words.size())));
        } else if (words.equals(List.of("--version"))) {
            System.out.print(ProgramVersion.text());
        } else if (words.equals(List.of("--help"))) {
            System.out.print(USAGE);
        } else {
            System.err.print(USAGE);
            System.exit(USAGE_ERROR);
        }
    }
}
