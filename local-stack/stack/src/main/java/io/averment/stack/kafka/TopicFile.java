package io.averment.stack.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads declared topics. One a line: name, number of partitions, then settings as {@code key=value}, separated by blanks; a line
 * that starts with {@code #} is a comment. A bad line is refused by file name and line number.
 */
public final class TopicFile {

    private static final String DECLARED = "topics.txt";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern PARTITIONS = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TopicFile() {}

    /** The product's topics, in the order of the file. */
    public static List<Topic> declared() throws IOException {
        try (InputStream file = TopicFile.class.getResourceAsStream(DECLARED)) {
            if (file == null) {
                throw new IllegalStateException(DECLARED + " is not on the class path");
            }
            return parse(DECLARED, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads the content of a topic file.
     *
     * @throws IllegalArgumentException naming the file and the line that is wrong, counted from 1
     */
    static List<Topic> parse(String fileName, String content) {
        List<Topic> topics = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                Topic topic = topic(text);
                if (!names.add(topic.name())) {
                    throw new IllegalArgumentException("declared twice: " + topic.name());
                }
                topics.add(topic);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(fileName + ":" + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(topics);
    }

    private static Topic topic(String line) {
        List<String> words = BLANKS.splitAsStream(line).toList();
        if (words.size() < 2) {
            throw new IllegalArgumentException("expected a name and a number of partitions");
        }
        if (!NAME.matcher(words.get(0)).matches()) {
            throw new IllegalArgumentException("not a topic name: " + words.get(0));
        }
        if (!PARTITIONS.matcher(words.get(1)).matches()) {
            throw new IllegalArgumentException("not a number of partitions from 1 to 9999: " + words.get(1));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : words.subList(2, words.size())) {
            int equals = setting.indexOf('=');
            if (equals < 1 || equals == setting.length() - 1) {
                throw new IllegalArgumentException("not a setting of the form key=value: " + setting);
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Topic(words.get(0), Integer.parseInt(words.get(1)), settings);
    }
}
