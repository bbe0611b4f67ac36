package io.averment.stack.release;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./averment release}, once the services are built. */
public final class ReleaseCommand {

    private static final String HELP = """
            ./averment release [--out DIR]

            Packs what is built of each service into archives for those who run it without containers: for the JVM, and with the native
            executable where `./averment native` has made one of this version. With SHA256SUMS, which has all of them.

              --out DIR  where they are written; target/release otherwise. Archives of this version that lie there are replaced, those of
                         another version are a mistake
            """;

    private static final List<String> SERVICES = List.of("ingest", "analysis", "query");
    private static final String OUT = "--out";

    private ReleaseCommand() {}

    public static String help() {
        return HELP;
    }

    /**
     * Runs; the answer is the exit code.
     *
     * @param root the repository, whose services are built
     * @param version of the project
     * @param time of every entry of an archive
     */
    public static int run(Path root, String version, Instant time, List<String> words, PrintStream out)
            throws UsageFailure, IOException {
        Arguments arguments = Arguments.parse(words, Set.of(), Set.of(OUT));
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure(
                    "release does not know what to do with " + arguments.rest().getFirst());
        }
        Path folder = Path.of(arguments
                .values()
                .getOrDefault(OUT, root.resolve("target/release").toString()));
        Files.createDirectories(folder);
        removeEarlier(folder, version);
        Checksums sums = new Checksums();
        for (String service : SERVICES) {
            for (Path archive : new ServiceRelease(new BuiltService(root, service, version), time).write(folder)) {
                sums.add(archive);
                out.printf(Locale.ROOT, "%6.1f MB  %s%n", Files.size(archive) / 1e6, archive.getFileName());
            }
        }
        sums.write(folder);
        out.println("in " + folder + ", with SHA256SUMS (check with: sha256sum -c SHA256SUMS)");
        return 0;
    }

    /** What an earlier run left must not lie beside a list of sums that does not have it. */
    private static void removeEarlier(Path folder, String version) throws IOException, StackFailure {
        List<Path> same = new ArrayList<>();
        for (String service : SERVICES) {
            String name = "averment-" + service + "-";
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, name + "*.tar.gz")) {
                for (Path archive : archives) {
                    if (!String.valueOf(archive.getFileName()).startsWith(name + version + "-")) {
                        throw new StackFailure(
                                archive + " is of another version: name another folder, or take it away.");
                    }
                    same.add(archive);
                }
            }
        }
        for (Path archive : same) {
            Files.delete(archive);
        }
    }
}
