package io.averment.stack.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.commandline.UsageFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static List<String> run(String... words) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Connections.parse(List.of(words)).run(Duration.ZERO, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void saysWhatIsAsDrawn() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    List.of("connection: kafka made", "connection: query refused", "verdict: as drawn"),
                    run("+kafka=127.0.0.1:" + open.getLocalPort(), "%query=127.0.0.1:" + closedPort()));
        }
    }

    @Test
    void saysWhatMustNotBe() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    List.of(
                            "connection: kafka made, which it must not be",
                            "connection: query refused, which it must not be",
                            "verdict: not as drawn"),
                    run("%kafka=127.0.0.1:" + open.getLocalPort(), "+query=127.0.0.1:" + closedPort()));
        }
    }

    @Test
    void refusesWhatIsNoAttempt() {
        UsageFailure failure =
                assertThrows(UsageFailure.class, () -> Connections.parse(List.of("kafka=127.0.0.1:9092")));
        assertEquals(
                "not an attempt like +ingest=HOST:PORT or %ingest=HOST:PORT: kafka=127.0.0.1:9092",
                failure.getMessage());
    }
}
