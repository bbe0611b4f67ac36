package io.averment.stack.run;

import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.StackFailure;
import io.averment.stack.release.BuiltService;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three services as packaged: their programs, and what they are told by environment variables. */
public enum ServiceProgram {
    INGEST(1, "ingest", Optional.of("ingest")),
    ANALYSIS(2, "analysis", Optional.empty()),
    QUERY(3, "query", Optional.of("query"));

    private final int number;
    private final String service;
    private final Optional<String> database;

    ServiceProgram(int number, String service, Optional<String> database) {
        this.number = number;
        this.service = service;
        this.database = database;
    }

    /** The distance of its port from the base of all. */
    int number() {
        return number;
    }

    /** The folder of its module, which is also its name. */
    public String module() {
        return service + "-service";
    }

    /** How its native executable is started. */
    List<String> nativeCommand(Checkout checkout) throws StackFailure {
        Path executable = new BuiltService(checkout.root(), service, checkout.version()).requiredExecutable();
        return List.of(executable.toString(), "-Xmx128m");
    }

    /** The jar of its packaged form for the JVM. */
    Path jar(Path root) throws StackFailure {
        Path jar = root.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(
                    module() + " is not built: start this through ./averment run, which builds what is missing.");
        }
        return jar;
    }

    /** Where it listens and whom it talks to; variables, since a command line can be read by everybody on the machine. */
    Map<String, String> environment(RunPorts ports, Servers servers) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_PROFILE", "local",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(ports.service(this)),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(this)),
                "KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", servers.keycloak().realmUrl()));
        database.ifPresent(name -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.postgres().url(name));
            environment.put("QUARKUS_DATASOURCE_USERNAME", name + "_service");
            environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.password(name + "_service"));
            environment.put("AVERMENT_MIGRATION_USERNAME", name + "_owner");
            environment.put("AVERMENT_MIGRATION_PASSWORD", PostgresServer.password(name + "_owner"));
        });
        return environment;
    }
}
