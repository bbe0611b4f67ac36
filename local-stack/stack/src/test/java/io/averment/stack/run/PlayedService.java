package io.averment.stack.run;

import io.averment.stack.servers.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A script in the place of a service's native executable.
 *
 * @param checkout it is made in
 * @param service whose place it takes
 */
public record PlayedService(Checkout checkout, ServiceProgram service) {

    /** @param script what it does, for bash; {@code $1} and further are its arguments */
    public static PlayedService of(Path root, ServiceProgram service, String script) throws IOException {
        PlayedService played = new PlayedService(new Checkout(root, "1.2.3", root.resolve("keycloak.zip")), service);
        Files.createDirectories(played.file().resolveSibling(""));
        Files.writeString(played.file(), "#!/usr/bin/env bash\n" + script);
        if (!played.file().toFile().setExecutable(true)) {
            throw new IOException("the script cannot be made a program");
        }
        return played;
    }

    private Path file() {
        return checkout.root().resolve(service.module() + "/target/" + service.module() + "-1.2.3-runner");
    }

    /** Services of which this is one, with their files in a folder that is made, and servers that do not run. */
    public Services services(RunFolder folder, RunPorts ports) throws IOException {
        Files.createDirectories(folder.log("any").resolveSibling(""));
        return new Services(checkout, folder, ports, ports.servers(checkout, folder), true, List.of());
    }
}
