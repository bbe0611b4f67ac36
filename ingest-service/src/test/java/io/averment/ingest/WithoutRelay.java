package io.averment.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without its own relay: otherwise the outbox would empty by itself. Of one profile, since each makes another service in the same heap. */
public class WithoutRelay implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("averment.ingest.relay.enabled", "false");
    }
}
