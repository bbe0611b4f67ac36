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
final class LicenceTexts {

    /** In lower case. */
    private static final Pattern NAME = Pattern.compile(
            "meta-inf/licenses?/[^/]+|(?:meta-inf/)?[^/]*(?:licen[cs]e|notice|copying|copyright|about)[^/]*(?<!\\.class)");

    private static final String LINE = "=".repeat(80);

    private LicenceTexts() {}

    /** Each text once, after the jars that it stands in, and at last the jars without any. Sorted by the jars' names. */
    static String of(Path folder) throws IOException {
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
