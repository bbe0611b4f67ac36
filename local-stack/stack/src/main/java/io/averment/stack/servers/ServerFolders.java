package io.averment.stack.servers;

import io.averment.stack.keycloak.KeycloakServer;
import io.averment.stack.keycloak.KeycloakServer.KeycloakPorts;
import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Guardian;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code server-folders}: makes PostgreSQL and Keycloak ready to be started, and says where; what images of them are made of. */
public final class ServerFolders {

    private ServerFolders() {}

    /** Prints two lines, each a name and a folder; the answer is the exit code. */
    public static int run(Checkout checkout, PrintStream out) throws IOException, InterruptedException {
        Path folder = checkout.root().resolve("target/server-folders");
        KeycloakServer keycloak = new KeycloakServer(
                new KeycloakPorts(0, 0), checkout.keycloakArchive(), checkout.realm(), folder, folder.resolve("log"));
        try (Guardian guardian = Guardian.start(folder)) {
            out.println("postgresql " + PostgresServer.programs());
            out.println("keycloak " + keycloak.home(guardian));
        }
        return 0;
    }
}
