package io.averment.images;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.Checksums;
import io.averment.stack.release.SoftwareBill.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of this machine's distribution, where that keeps its packages with dpkg.
 *
 * @param name as {@code libc6}
 * @param version as the distribution counts
 * @param architecture as {@code amd64}
 * @param files those of its files that were asked for
 */
record InstalledPackage(String name, String version, String architecture, List<Path> files) {

    /** Several own a file that is the same for all their processors; the first will do, since they are of one version. */
    private static final Pattern OWNER = Pattern.compile(
            "(?<package>[a-z0-9][a-z0-9+.-]*(?::[a-z0-9-]+)?)(?:, [a-z0-9][a-z0-9+.:-]*)*: (?<file>/.*)");

    private static final String FORMAT = "${Package}\n${Version}\n${Architecture}\n";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    InstalledPackage {
        files = List.copyOf(files);
    }

    /** Asks dpkg-query, which is the first of the words; the lines that it prints. */
    @FunctionalInterface
    interface Answers {
        List<String> to(List<String> question) throws IOException, InterruptedException;
    }

    /**
     * This machine's dpkg-query; nothing where there is none.
     *
     * @param drafts an existing folder for what it prints
     */
    static Answers asked(Path drafts) {
        return question -> answer(question, drafts.resolve("packages"));
    }

    /** The packages that files came with, by name. Files of no package are left out. */
    static List<InstalledPackage> of(Collection<Path> files, Answers answers) throws IOException, InterruptedException {
        List<String> question = new ArrayList<>(List.of("dpkg-query", "--search"));
        for (Path file : files) {
            question.add(file.toString());
            // Folders that were once apart are one now, and packages name either.
            question.add(file.startsWith("/usr") ? file.toString().substring("/usr".length()) : "/usr" + file);
        }
        SortedMap<String, List<Path>> owned = new TreeMap<>();
        for (String line : answers.to(question)) {
            Matcher owner = OWNER.matcher(line);
            if (owner.matches()) {
                Path file = Path.of(owner.group("file"));
                Path asked = files.contains(file) ? file : other(file);
                List<Path> of = owned.computeIfAbsent(owner.group("package"), name -> new ArrayList<>());
                if (!of.contains(asked)) {
                    of.add(asked);
                }
            }
        }
        List<InstalledPackage> packages = new ArrayList<>();
        for (Map.Entry<String, List<Path>> entry : owned.entrySet()) {
            // With its architecture, where it is installed for several.
            List<String> described =
                    answers.to(List.of("dpkg-query", "--show", "--showformat", FORMAT, entry.getKey()));
            if (described.size() == 3) {
                packages.add(new InstalledPackage(
                        described.get(0),
                        described.get(1),
                        described.get(2),
                        entry.getValue().stream().sorted().toList()));
            }
        }
        return List.copyOf(packages);
    }

    private static Path other(Path file) {
        return file.startsWith("/usr") ? Path.of("/" + Path.of("/usr").relativize(file)) : Path.of("/usr" + file);
    }

    /** What a command printed; files that no package owns make its exit code 1. */
    private static List<String> answer(List<String> command, Path printed) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    // Not read while it runs, so that one that hangs is waited for no longer than it may take.
                    .redirectOutput(printed.toFile())
                    .start();
        } catch (IOException e) {
            return List.of();
        }
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE)) {
            process.destroyForcibly();
            throw new StackFailure(command.getFirst() + " does not end.");
        }
        return Files.readAllLines(printed, StandardCharsets.UTF_8);
    }

    /** Its licences, if it brought them where the distribution keeps them. */
    Optional<Path> licences() {
        Path file = Path.of("/usr/share/doc", name, "copyright");
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Its entry in a bill of materials. */
    Part part() throws IOException {
        return new Part("library", name, version, address(), "", sums(files));
    }

    private String address() throws IOException {
        Properties system = new Properties();
        Path release = Path.of("/etc/os-release");
        if (Files.isReadable(release)) {
            try (Reader lines = Files.newBufferedReader(release)) {
                system.load(lines);
            }
        }
        String distribution = system.getProperty("ID", "debian").replace("\"", "");
        return "pkg:deb/" + distribution + "/" + name + "@"
                + version.replace(":", "%3A").replace("+", "%2B") + "?arch=" + architecture;
    }

    static SortedMap<String, String> sums(Collection<Path> files) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Path file : files) {
            sums.put(file.toString(), Checksums.of(file));
        }
        return sums;
    }
}
