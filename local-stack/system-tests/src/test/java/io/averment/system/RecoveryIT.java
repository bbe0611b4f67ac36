package io.averment.system;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.kafka.Topic;
import io.averment.stack.kafka.TopicFile;
import io.averment.stack.samples.GeneratedReports;
import io.averment.stack.samples.RecordList;
import io.averment.system.RunningStack.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing accepted is lost and nothing is there twice, though every process in turn is killed while reports are being sent. */
class RecoveryIT {

    private static final int REPORTS = 1000;
    /** Sent around the death of one part: some before it, some while it is away, the others after that. */
    private static final int PORTION = REPORTS / (Part.values().length + 1);

    private static final int BEFORE = 40;
    private static final int AWAY = 40;
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void keepEveryReportOnceWhenEachProcessIsKilled(@TempDir Path state) throws Exception {
        try (RunningStack stack = new RunningStack(state)) {
            stack.start();
            String token = stack.api().token();
            try (Sending sending = new Sending(stack.api(), token, REPORTS)) {
                int allowed = 0;
                for (Part part : Part.values()) {
                    sending.allow(PORTION);
                    assertTrue(sending.awaitAccepted(allowed + BEFORE, LIMIT), "nothing was accepted before " + part);
                    stack.kill(part);
                    // While some parts are away nothing can be accepted; then the time is the bound.
                    sending.awaitAccepted(allowed + BEFORE + AWAY, LONGEST_AWAY);
                    stack.restart(part);
                    allowed += PORTION;
                }
                sending.allow(REPORTS - allowed + 4);
                assertTrue(sending.awaitAccepted(REPORTS, LIMIT), "not everything was accepted");
                assertEquals(REPORTS, sending.accepted().size());
            }
            RecordList articles = stack.list("articles", token);
            assertTrue(
                    Awaiting.holds(
                            LIMIT,
                            () -> articles.ofOutlet(GeneratedReports.OUTLET).size() >= REPORTS),
                    "not everything is in the record");
            assertEquals(List.of(), GeneratedReports.differences(REPORTS, articles, stack.list("statements", token)));
            assertEquals(0, deadLetters(stack.bootstrapServers()));
            stack.requireAlive();
        }
    }

    private static long deadLetters(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> ends = TopicFile.declared().stream()
                    .filter(topic -> topic.name().contains(".dead."))
                    .flatMap(RecoveryIT::partitions)
                    .collect(toMap(Function.identity(), partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }
}
