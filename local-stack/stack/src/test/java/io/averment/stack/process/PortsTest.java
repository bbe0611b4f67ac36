package io.averment.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesDifferentPorts() throws Exception {
        List<Integer> ports = Ports.free(5);

        assertEquals(5, new HashSet<>(ports).size());
    }

    @Test
    void seesTakenPort() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertFalse(Ports.isFree(port));
            assertTrue(Ports.isListening(port));
        }

        assertTrue(Ports.isFree(port));
        assertFalse(Ports.isListening(port));
    }
}
