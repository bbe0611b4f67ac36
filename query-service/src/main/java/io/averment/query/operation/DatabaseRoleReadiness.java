package io.averment.query.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the role of the service lacks a right that it needs, or the tables are not there yet: messages wait then, and
 * requests would be answered 503. It is asked anew each time, so that it ends with its cause.
 */
@Readiness
@ApplicationScoped
class DatabaseRoleReadiness implements HealthCheck {
    private static final String NAME = "Database role";

    private final DatabaseRole role;

    DatabaseRoleReadiness(DatabaseRole role) {
        this.role = role;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return response(role.rights().missing());
        } catch (SQLException failure) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("database", "does not answer")
                    .build();
        }
    }

    static HealthCheckResponse response(List<String> missing) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).status(missing.isEmpty());
        if (!missing.isEmpty()) {
            response.withData("missing", String.join(", ", missing));
        }
        return response.build();
    }
}
