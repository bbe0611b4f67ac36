package io.averment.stack.run;

import io.averment.stack.process.Ports;
import io.averment.stack.process.StackFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens: fixed distances from a base, so that addresses can be remembered.
 *
 * @param base one less than the first port
 */
record RunPorts(int base) {

    static final int DEFAULT_BASE = 8300;
    /** The distance of the last port. */
    static final int SPAN = 40;

    int service(ServiceProgram service) {
        return base + service.number();
    }

    int management(ServiceProgram service) {
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

    /** Fails, naming the first port on which somebody listens and what it was meant for. */
    void requireFree() throws StackFailure {
        for (Map.Entry<String, Integer> use : uses().entrySet()) {
            if (!Ports.isFree(use.getValue())) {
                throw new StackFailure(
                        "Port " + use.getValue() + " (" + use.getKey() + ") is taken by another program. End that"
                                + " program, or use other ports: ./averment run --port-base " + (base + 1000));
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
