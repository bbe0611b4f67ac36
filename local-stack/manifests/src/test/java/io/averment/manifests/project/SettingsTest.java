package io.averment.manifests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings settings() throws Exception {
        return Settings.read(Path.of("..", ".."));
    }

    @Test
    void knowsPropertiesExpressionsAndMappings() throws Exception {
        Settings settings = settings();
        assertTrue(settings.knows("analysis", "AVERMENT_LANES"));
        assertTrue(settings.knows("analysis", "MP_MESSAGING_INCOMING_ARTICLES_CONCURRENCY"));
        assertTrue(settings.knows("ingest", "AVERMENT_MIGRATION_PASSWORD"));
        assertTrue(settings.knows("query", "AVERMENT_DEADLINES_INTERVAL"));
        assertTrue(settings.knows("analysis", "AVERMENT_HTTP_LARGEST_BODY"));
        assertTrue(settings.knows("ingest", "AVERMENT_INGEST_RELAY_POLL_INTERVAL"));
        assertTrue(settings.knows("ingest", "AVERMENT_PRODUCTION_ACCEPTED_RISKS"));
    }

    @Test
    void knowsNoOtherServicesSettings() throws Exception {
        Settings settings = settings();
        assertFalse(settings.knows("ingest", "AVERMENT_LANES"));
        assertFalse(settings.knows("analysis", "QUARKUS_DATASOURCE_PASSWORD"));
        assertFalse(settings.knows("query", "AVERMENT_LANE"));
    }

    @Test
    void requiresWhatProductionRequires() throws Exception {
        assertEquals(
                Set.of("QUARKUS_OIDC_AUTH_SERVER_URL", "KAFKA_BOOTSTRAP_SERVERS"),
                settings().required("analysis"));
    }
}
