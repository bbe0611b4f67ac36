package io.averment.analysis;

import io.averment.analysis.command.AnalyzeCommand;
import io.averment.analysis.command.KnowledgeCommand;
import io.averment.analysis.command.ProgramVersion;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/**
 * The executable: {@code analyze} or {@code knowledge} as its first argument is a command, {@code --version} prints the version, anything
 * else starts the server.
 */
@QuarkusMain
public final class Application {

    private Application() {}

    /** The command answers before anything of the server is loaded, so that it starts at once. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && "analyze".equals(arguments[0])) {
            System.exit(AnalyzeCommand.run(Arrays.asList(arguments).subList(1, arguments.length)));
        }
        if (arguments.length > 0 && "knowledge".equals(arguments[0])) {
            System.exit(KnowledgeCommand.run(Arrays.asList(arguments).subList(1, arguments.length)));
        }
        if (arguments.length > 0 && "--version".equals(arguments[0])) {
            System.out.print(ProgramVersion.text());
            return;
        }
        Quarkus.run(arguments);
    }
}
