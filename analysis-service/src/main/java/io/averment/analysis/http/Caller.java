package io.averment.analysis.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, by the verified token. */
@RequestScoped
class Caller {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * Requires a tenant. Nothing is stored here, but a token without one was not made for this system.
     *
     * @throws ProblemException if the token names none
     */
    void requireTenant() {
        Object tenant = token.getClaim("tenant");
        if (!(tenant instanceof String name) || !TENANT.matcher(name).matches()) {
            throw new ProblemException(ProblemType.TENANT_MISSING, "The claim tenant is missing or not a tenant.");
        }
    }
}
