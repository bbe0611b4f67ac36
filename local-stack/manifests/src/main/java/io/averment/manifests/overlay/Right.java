package io.averment.manifests.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A user of Kafka may do something.
 *
 * @param user its name
 * @param right operation, sort and name of what it is done to, with {@code *} behind a name for all that begin so
 */
public record Right(String user, String right) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * The rights of a file: lines of user, sort, name and operations with commas; each line gives {@code Describe} as well, and one without
     * operations nothing else. Comments begin with {@code #}.
     *
     * @throws IllegalArgumentException naming the line that is wrong, counted from 1
     */
    public static List<Right> parse(String content) {
        List<Right> rights = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            List<String> words = BLANKS.splitAsStream(text).toList();
            if (words.size() < 3 || words.size() > 4) {
                throw new IllegalArgumentException(
                        "rights.txt:" + number + ": expected user, sort, name and operations with commas");
            }
            String object = " " + words.get(1) + " " + words.get(2);
            rights.add(new Right(words.get(0), "Describe" + object));
            if (words.size() == 4) {
                for (String operation : words.get(3).split(",", -1)) {
                    rights.add(new Right(words.get(0), operation + object));
                }
            }
        }
        return rights;
    }
}
