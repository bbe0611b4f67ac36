package io.averment.stack.keycloak;

import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import io.averment.stack.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server on loopback with the product's realm and the demo users.
 *
 * @param ports where it listens
 * @param archive the distribution's zip
 * @param realm the folder with the realm's files
 * @param folder where it keeps its database
 * @param log the file with its output
 */
public record KeycloakServer(KeycloakPorts ports, Path archive, Path realm, Path folder, Path log) {

    private static final String REALM = "averment";
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    /**
     * The two ports of a Keycloak.
     *
     * @param http for clients
     * @param management for health
     */
    public record KeycloakPorts(int http, int management) {}

    /** The realm's address, which is also the issuer of its tokens. */
    public String realmUrl() {
        return "http://127.0.0.1:" + ports.http() + "/realms/" + REALM;
    }

    /** The folder of the distribution, unpacked and built when it is not yet. */
    public Path home(Guardian guardian) throws IOException, InterruptedException {
        return new KeycloakDistribution(archive, realm).built(guardian, log);
    }

    /** Starts the server process, at the first time with a copy of the prepared database; see {@link #awaitReady}. */
    public Running start(Guardian guardian) throws IOException, InterruptedException {
        KeycloakDistribution distribution = new KeycloakDistribution(archive, realm);
        Path home = distribution.built(guardian, log);
        Path template = distribution.imported(guardian, home, log);
        // By the template's name: a changed realm file starts from its own database, not from what the old one left.
        Path data = folder.resolve(template.getFileName().toString());
        Path database = data.resolve(KeycloakDistribution.DATABASE);
        Path file = data.resolve(KeycloakDistribution.DATABASE + ".mv.db");
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            Files.copy(template.resolve(file.getFileName()), file);
        }
        return guardian.start(KeycloakDistribution.launch(
                "keycloak",
                home,
                log,
                List.of(
                        "start",
                        "--optimized",
                        "--db-url=" + KeycloakDistribution.databaseUrl(database),
                        // Also at start: otherwise it opens cluster ports on every address.
                        "--cache=local",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.http(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + ports.management())));
    }

    /** Waits until the realm answers; the server listens some time before that. */
    public void awaitReady(Running server) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(realmUrl() + "/.well-known/openid-configuration"))
                .timeout(CALL_LIMIT)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(CALL_LIMIT).build()) {
            Waiting.until(
                    server,
                    START_LIMIT,
                    () -> client.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }
}
