package io.averment.stack.deadletters;

import io.averment.stack.commandline.UsageFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a message stands, written {@code TOPIC/PARTITION/OFFSET}.
 *
 * @param partition the topic and partition
 * @param offset its offset there
 */
record Position(TopicPartition partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249})/([0-9]{1,9})/([0-9]{1,18})");

    static Position parse(String text) throws UsageFailure {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageFailure("a message is named TOPIC/PARTITION/OFFSET, as `list` prints it, not " + text);
        }
        return new Position(
                new TopicPartition(form.group(1), Integer.parseInt(form.group(2))), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return partition.topic() + "/" + partition.partition() + "/" + offset;
    }
}
