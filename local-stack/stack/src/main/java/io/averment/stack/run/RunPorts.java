package io.averment.stack.run;

import io.averment.stack.kafka.KafkaServer;
import io.averment.stack.keycloak.KeycloakServer;
import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Ports;
import io.averment.stack.process.StackFailure;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens: fixed distances from a base, so that addresses can be remembered.
 *
 * @param base one less than the first port
 */
public record RunPorts(int base) {

    static final int DEFAULT_BASE = 8300;
    /** The distance of the last port. */
    public static final int SPAN = 40;

    /** A service's public port. */
    public int service(ServiceProgram service) {
        return base + service.number();
    }

    /** A service's management port. */
    public int management(ServiceProgram service) {
        return base + 10 + service.number();
    }

    int keycloak() {
        return base + 20;
    }

    int keycloakManagement() {
        return base + 21;
    }

    int kafka() {
        return base + 30;
    }

    int kafkaController() {
        return base + 31;
    }

    int postgres() {
        return base + SPAN;
    }

    /** The servers on these ports, with their data and logs in a folder. */
    public Servers servers(Checkout checkout, RunFolder folder) {
        return servers(checkout, folder, PostgresServer.Use.KEPT);
    }

    /** The same, with a database that has room for a large record. */
    public Servers measuredServers(Checkout checkout, RunFolder folder) {
        return servers(checkout, folder, PostgresServer.Use.MEASURED);
    }

    private Servers servers(Checkout checkout, RunFolder folder, PostgresServer.Use use) {
        Path data = folder.data();
        return new Servers(
                new PostgresServer(postgres(), data.resolve("postgresql"), folder.log("postgresql"), use),
                new KafkaServer(
                        new KafkaServer.KafkaPorts(kafka(), kafkaController()),
                        data.resolve("kafka"),
                        folder.log("kafka")),
                new KeycloakServer(
                        new KeycloakServer.KeycloakPorts(keycloak(), keycloakManagement()),
                        checkout.keycloakArchive(),
                        checkout.realm(),
                        data.resolve("keycloak"),
                        folder.log("keycloak")));
    }

    /** Fails, naming the first port on which somebody listens and what it was meant for. */
    public void requireFree() throws StackFailure {
        requireFree("");
    }

    /**
     * The same where there is something else to do about it.
     *
     * @param remedy goes on after "End that program"
     */
    void requireFree(String remedy) throws StackFailure {
        for (Map.Entry<String, Integer> use : uses().entrySet()) {
            if (!Ports.isFree(use.getValue())) {
                throw new StackFailure("Port " + use.getValue() + " (" + use.getKey()
                        + ") is taken by another program. End that program" + (remedy.isEmpty() ? "." : remedy));
            }
        }
    }

    private Map<String, Integer> uses() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        uses.put("postgresql", postgres());
        uses.put("kafka", kafka());
        uses.put("kafka's controller", kafkaController());
        uses.put("keycloak", keycloak());
        uses.put("keycloak's management", keycloakManagement());
        for (ServiceProgram service : ServiceProgram.values()) {
            uses.put(service.module(), service(service));
            uses.put(service.module() + "'s management", management(service));
        }
        return uses;
    }
}
