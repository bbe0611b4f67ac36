package io.averment.ingest.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How many requests a client may make. A client is a user of an application: the claims azp and sub of the token. */
@ConfigMapping(prefix = "averment.allowance")
public interface AllowanceConfiguration {
    /** Requests of one client in each window, over all replicas; further ones are answered 429. 1 or more. */
    @WithDefault("1200")
    int requests();

    /** How long a window is, in whole seconds, at most a year; windows are the same for all clients and begin at its multiples since 1970. */
    @WithDefault("60s")
    Duration window();

    /** Requests in each window of those applications, by azp, for which another number than {@code requests} holds. */
    Map<String, Integer> applications();
}
