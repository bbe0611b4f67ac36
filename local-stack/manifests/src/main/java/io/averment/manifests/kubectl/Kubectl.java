package io.averment.manifests.kubectl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kubectl that can build what is in k8s/: 1.21 or later.
 *
 * @param program its file
 * @param version as it says it, such as {@code v1.32.4}
 */
public record Kubectl(Path program, String version) {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.[0-9A-Za-z.+-]+");
    private static final int MAJOR = 1;
    private static final int OLDEST_MINOR = 21;
    private static final long LIMIT_SECONDS = 60;

    /** What a program printed, on standard error if it failed, and its exit code. */
    private record Answer(int code, String printed) {}

    /** The one on the PATH; nothing if there is none, or only such as are older or cannot be started. */
    public static Optional<Kubectl> onPath() throws InterruptedException {
        @Nullable String path = System.getenv("PATH");
        return in(path == null ? "" : path);
    }

    /** The first one that is new enough in folders as PATH lists them. */
    static Optional<Kubectl> in(String path) throws InterruptedException {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder).resolve("kubectl");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                Optional<Kubectl> found = ofNewEnough(program);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Kubectl> ofNewEnough(Path program) throws InterruptedException {
        Answer answer;
        try {
            // Not --short, which newer ones do not know, and no cluster is asked.
            answer = run(program, List.of("version", "--client"));
        } catch (IOException e) {
            // Made for another machine, or it does not end: as good as none.
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(answer.printed());
        return version.find()
                        && (Integer.parseInt(version.group(1)) > MAJOR
                                || Integer.parseInt(version.group(2)) >= OLDEST_MINOR)
                ? Optional.of(new Kubectl(program, version.group()))
                : Optional.empty();
    }

    /**
     * Builds an overlay.
     *
     * @throws BuildFailure with what kubectl said, if it cannot
     */
    public String build(Path overlay) throws IOException, InterruptedException, BuildFailure {
        Answer answer = run(program, List.of("kustomize", overlay.toString()));
        if (answer.code() != 0) {
            throw new BuildFailure(answer.printed().strip());
        }
        return answer.printed();
    }

    private static Answer run(Path program, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("kubectl", ".yaml");
        Path errors = Files.createTempFile("kubectl", ".log");
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), arguments.stream())
                            .toList())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("kubectl did not end within " + LIMIT_SECONDS + " s");
            }
            // Warnings are no part of what was built.
            String printed = Files.readString(process.exitValue() == 0 ? output : errors, StandardCharsets.UTF_8);
            return new Answer(process.exitValue(), printed);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
