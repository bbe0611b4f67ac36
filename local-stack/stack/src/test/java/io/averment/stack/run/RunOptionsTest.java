package io.averment.stack.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Ports;
import io.averment.stack.process.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void staysOnUsualPortsByDefault() throws Exception {
        assertEquals(new RunOptions(false, false, false, new RunPorts(8300)), RunOptions.parse(List.of()));
    }

    @Test
    void readsEveryOption() throws Exception {
        assertEquals(
                new RunOptions(true, true, true, new RunPorts(9300)),
                RunOptions.parse(List.of("--once", "--fresh", "--native", "--port-base", "9300")));
    }

    @Test
    void takesServicesOnJvmUnlessAskedForExecutables() throws Exception {
        assertEquals(RunOptions.parse(List.of()), RunOptions.parse(List.of("--jvm")));

        UsageFailure failure = assertThrows(UsageFailure.class, () -> RunOptions.parse(List.of("--native", "--jvm")));

        assertEquals("run starts the services with --jvm or with --native, not with both", failure.getMessage());
    }

    @Test
    void refusesWordThatItDoesNotKnow() {
        UsageFailure failure = assertThrows(UsageFailure.class, () -> RunOptions.parse(List.of("twice")));

        assertEquals("run does not know what to do with twice", failure.getMessage());
    }

    @Test
    void countsPortsFromTheBase() {
        RunPorts ports = new RunPorts(8300);

        assertEquals(
                List.of(8301, 8302, 8303, 8311, 8312, 8313, 8320, 8321, 8330, 8331, 8340),
                List.of(
                        ports.service(ServiceProgram.INGEST),
                        ports.service(ServiceProgram.ANALYSIS),
                        ports.service(ServiceProgram.QUERY),
                        ports.management(ServiceProgram.INGEST),
                        ports.management(ServiceProgram.ANALYSIS),
                        ports.management(ServiceProgram.QUERY),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        ports.kafka(),
                        ports.kafkaController(),
                        ports.postgres()));
    }

    @Test
    void namesTakenPortAndWayOut() throws Exception {
        int base = Ports.free(1).getFirst() - RunPorts.SPAN;
        try (ServerSocket taken = new ServerSocket(base + RunPorts.SPAN, 1, InetAddress.getLoopbackAddress())) {
            String port = "Port " + taken.getLocalPort() + " (postgresql) is taken by another program. ";
            RunPorts ports = new RunPorts(base);

            StackFailure failure = assertThrows(StackFailure.class, ports::requireFree);
            assertEquals(port + "End that program.", failure.getMessage());

            failure = assertThrows(StackFailure.class, () -> ports.requireFree(", or use others"));
            assertEquals(port + "End that program, or use others", failure.getMessage());
        }
    }
}
