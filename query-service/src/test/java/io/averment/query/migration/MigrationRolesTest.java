package io.averment.query.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationRolesTest {
    private static final Map<String, String> WHOLE = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/query",
            "quarkus.datasource.username", "service",
            "averment.migration.username", "owner",
            "averment.migration.password", "secret");

    private static MigrationRoles with(String name, String value) throws MigrationRefusedException {
        Map<String, String> properties = new HashMap<>(WHOLE);
        properties.put(name, value);
        return MigrationRoles.configured(property -> Optional.ofNullable(properties.get(property)));
    }

    @Test
    void readsBothRoles() throws MigrationRefusedException {
        assertEquals(
                new MigrationRoles("owner", "service"),
                MigrationRoles.configured(property -> Optional.ofNullable(WHOLE.get(property))));
    }

    @Test
    void namesWhatIsMissing() {
        for (String name : WHOLE.keySet()) {
            var refused = assertThrows(MigrationRefusedException.class, () -> with(name, " "));
            assertTrue(String.valueOf(refused.getMessage()).startsWith(name + " is not set: "), refused.getMessage());
        }
    }

    @Test
    void refusesServiceAsOwner() {
        var refused =
                assertThrows(MigrationRefusedException.class, () -> with("averment.migration.username", "service"));
        assertEquals(
                "averment.migration.username is the service's role service. Migrations run as the owner of the tables,"
                        + " which must be another role: row-level security does not hold an owner",
                refused.getMessage());
    }

    @Test
    void knowsItsForms() {
        assertTrue(MigrationCommand.isAskedForBy(List.of("migrate")));
        assertTrue(MigrationCommand.isAskedForBy(List.of("migrate", "--dry-run")));
        assertFalse(MigrationCommand.isAskedForBy(List.of("migrate", "--dryrun")));
        assertFalse(MigrationCommand.isAskedForBy(List.of()));
    }
}
