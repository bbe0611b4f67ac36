package io.averment.manifests.overlay;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what secrets people make, from the file {@code secrets.txt} of an overlay: a line each, name, keys with commas, a comment. */
public final class GivenSecrets {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private GivenSecrets() {}

    /**
     * Keys by name, in the order of the file.
     *
     * @throws IllegalArgumentException naming the line that is wrong, counted from 1
     */
    public static Map<String, Set<String>> parse(String content) {
        Map<String, Set<String>> secrets = new LinkedHashMap<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            List<String> words = BLANKS.splitAsStream(text).toList();
            if (words.size() != 2) {
                throw new IllegalArgumentException("secrets.txt:" + number + ": expected a name and keys with commas");
            }
            secrets.put(
                    words.get(0), Arrays.stream(words.get(1).split(",", -1)).collect(Collectors.toUnmodifiableSet()));
        }
        return secrets;
    }
}
