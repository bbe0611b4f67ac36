package io.averment.stack.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The licences and notices that jars carry, for an executable that was made of them and has no jars any more. */
public final class LicenceTexts {

    /** The file in which they stand beside an executable. */
    public static final String FILE = "THIRD-PARTY-TEXTS.txt";

    /** What a list of licences that stands beside an executable ends with. */
    public static final String OF_EXECUTABLE = """

            Their texts, as their jars have them: THIRD-PARTY-TEXTS.txt. The executable also holds what it uses of the JDK's class library and of
            GraalVM's runtime: GPL-2.0 with the Classpath Exception, which lets it be part of a program under any licence.
            """;

    /** In lower case. */
    private static final Pattern NAME = Pattern.compile(
            "meta-inf/licenses?/[^/]+|(?:meta-inf/)?[^/]*(?:licen[cs]e|notice|copying|copyright|about)[^/]*(?<!\\.class)");

    private static final String LINE = "=".repeat(80);

    private LicenceTexts() {}

    /** What a list of licences ends with where the jars stand below a folder. */
    public static String below(String folder) {
        return "\nTheir texts are in the jars below `" + folder + "`.\n";
    }

    /** Each text once, after the jars that it stands in, and at last the jars without any. Sorted by the jars' names. */
    public static String of(Path folder) throws IOException {
        Map<String, Set<String>> jarsByText = new TreeMap<>();
        Set<String> without = new TreeSet<>();
        for (Path jar : jars(folder)) {
            String name = String.valueOf(jar.getFileName());
            List<String> texts = texts(jar);
            if (texts.isEmpty()) {
                without.add(name);
            }
            texts.forEach(text ->
                    jarsByText.computeIfAbsent(text, same -> new TreeSet<>()).add(name));
        }
        StringBuilder all = new StringBuilder();
        jarsByText.entrySet().stream()
                .sorted(Comparator.comparing(entry -> String.join("\n", entry.getValue())))
                .forEach(entry -> append(all, entry.getValue(), entry.getKey()));
        append(all, without, "These carry no text of their own; THIRD-PARTY.md says which licence they have.");
        return all.toString();
    }

    private static void append(StringBuilder all, Set<String> jars, String text) {
        if (!jars.isEmpty()) {
            all.append(LINE).append('\n');
            jars.forEach(jar -> all.append(jar).append('\n'));
            all.append(LINE).append("\n\n").append(text).append("\n\n");
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JarFile content = new JarFile(jar.toFile())) {
            for (JarEntry entry : content.stream().toList()) {
                if (!entry.isDirectory()
                        && NAME.matcher(entry.getName().toLowerCase(Locale.ROOT))
                                .matches()) {
                    byte[] bytes = content.getInputStream(entry).readAllBytes();
                    texts.add(new String(bytes, StandardCharsets.UTF_8)
                            .replace("\r\n", "\n")
                            .strip());
                }
            }
        }
        return texts;
    }
}
