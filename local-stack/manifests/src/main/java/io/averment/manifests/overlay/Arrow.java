package io.averment.manifests.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody may talk to somebody. {@code arrows.txt} says what the names at its ends are.
 *
 * @param port the number of the port that is listened on
 * @param protocol as policies have it, {@code TCP} or {@code UDP}
 */
public record Arrow(String from, String to, int port, String protocol) {

    /** What is not in the cluster. */
    public static final String OUTSIDE = "outside";

    private static final String NAMESPACE = "namespace:";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:/(TCP|UDP))?");

    /**
     * The arrows of a file: lines of from, to and ports, each with commas; comments begin with {@code #}.
     *
     * @throws IllegalArgumentException naming the line that is wrong, counted from 1
     */
    public static List<Arrow> parse(String content) {
        List<Arrow> arrows = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                arrows.addAll(arrows(text, "arrows.txt:" + number + ": expected from, to and ports with commas"));
            }
        }
        return arrows;
    }

    private static List<Arrow> arrows(String text, String otherwise) {
        List<String> words = BLANKS.splitAsStream(text).toList();
        if (words.size() != 3) {
            throw new IllegalArgumentException(otherwise);
        }
        List<Arrow> arrows = new ArrayList<>();
        for (String from : words.get(0).split(",", -1)) {
            for (String to : words.get(1).split(",", -1)) {
                for (String listed : words.get(2).split(",", -1)) {
                    Matcher port = PORT.matcher(listed);
                    if (!port.matches()) {
                        throw new IllegalArgumentException(otherwise);
                    }
                    String protocol = port.group(2) == null ? "TCP" : port.group(2);
                    arrows.add(new Arrow(from, to, Integer.parseInt(port.group(1)), protocol));
                }
            }
        }
        return arrows;
    }

    /** The name of an end that is a whole namespace. */
    public static String namespace(String name) {
        return NAMESPACE + name;
    }

    /** As it is named in findings. */
    @Override
    public String toString() {
        return from + " -> " + to + ":" + port + (protocol.equals("TCP") ? "" : "/" + protocol);
    }
}
