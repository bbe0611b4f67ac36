package io.averment.stack.cluster;

import io.averment.stack.commandline.Arguments;

/**
 * Where the services are, as seen from a pod of another namespace of the cluster.
 *
 * @param ingest without path
 * @param analysis without path
 * @param query without path
 * @param realm with its path
 * @param broker host and port
 */
record Addresses(String ingest, String analysis, String query, String realm, String broker) implements Endpoints {

    static Addresses of(Arguments arguments) {
        String namespace = arguments.value("--namespace").orElse("averment");
        return new Addresses(
                "http://ingest." + namespace,
                "http://analysis." + namespace,
                "http://query." + namespace,
                "http://keycloak." + namespace + ":8080/realms/averment",
                "kafka." + namespace + ":9092");
    }
}
