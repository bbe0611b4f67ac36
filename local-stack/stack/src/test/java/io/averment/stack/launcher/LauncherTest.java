package io.averment.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the script {@code averment} answers by itself, without building anything. */
class LauncherTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern COMMAND = Pattern.compile("^  \\./averment ([a-z][a-z-]*) ", Pattern.MULTILINE);

    /** What was printed, both streams as one, and the exit code. */
    private record Answer(int code, String printed) {}

    private static Answer averment(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", ROOT.resolve("averment").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), printed);
    }

    private static List<String> commands() throws IOException, InterruptedException {
        return COMMAND.matcher(averment("help").printed())
                .results()
                .map(MatchResult::group)
                .map(line -> line.strip().substring("./averment ".length()))
                .toList();
    }

    @Test
    void helpsWithEveryCommandInBothWays() throws Exception {
        assertTrue(commands().containsAll(List.of("run", "analyze", "bench", "dead-letters", "help")));
        for (String command : commands()) {
            Answer help = averment("help", command);
            assertEquals(0, help.code(), help.printed());
            assertEquals(help, averment(command, "--help"));
            String first = command.equals("help") ? "Averment turns" : "./averment " + command;
            assertTrue(help.printed().startsWith(first), help.printed());
        }
    }

    @Test
    void refusesUnknownCommands() throws Exception {
        Answer unknown = new Answer(2, "averment: there is no command fly.\n  ./averment help lists the commands.\n");
        assertEquals(unknown, averment("fly"));
        assertEquals(unknown, averment("help", "fly"));
        assertEquals(unknown, averment("fly", "--help"));
    }

    @Test
    void runsInOneWayOnly() throws Exception {
        Answer both = new Answer(
                2, "averment: run takes --jvm or --native, not both.\n  ./averment run --help says what each does.\n");
        assertEquals(both, averment("run", "--jvm", "--once", "--native"));
    }

    @Test
    void refusesImagesOfWhatIsNoServiceBeforeItBuilds() throws Exception {
        assertEquals(
                new Answer(
                        2,
                        "averment: `images` does not know boat-service.\n  The services: ingest-service analysis-service"
                                + " query-service; ./averment images --help says what else it takes.\n"),
                averment("images", "--out", "somewhere", "boat-service"));
        assertEquals(
                new Answer(2, "averment: --base needs a value.\n  ./averment images --help says what it takes.\n"),
                averment("images", "--jvm", "query-service", "--base"));
    }

    @Test
    void upgradesFromCommitThatIsThere() throws Exception {
        assertEquals(
                new Answer(2, "averment: upgrade needs --from REF.\n  ./averment upgrade --help says what it takes.\n"),
                averment("upgrade", "--articles", "12"));
        assertEquals(
                new Answer(
                        2,
                        "averment: there is no commit no-such-commit here.\n  Name a commit, a branch or a tag of this"
                                + " repository.\n"),
                averment("upgrade", "--from", "no-such-commit"));
    }

    @Test
    void printsVersionOfProject() throws Exception {
        String project = Files.readString(ROOT.resolve("pom.xml"));
        Answer version = averment("--version");
        assertEquals(0, version.code());
        String number = version.printed().strip().substring("averment ".length());
        assertTrue(project.contains("<artifactId>averment</artifactId>\n  <version>" + number + "</version>"), number);
        assertEquals(version, averment("version"));
    }

    @Test
    void isDescribedWholeInReadme() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        for (String command : commands()) {
            assertTrue(
                    Pattern.compile("^\\|.*`\\./averment " + command + "\\b", Pattern.MULTILINE)
                            .matcher(readme)
                            .find(),
                    command);
        }
    }
}
