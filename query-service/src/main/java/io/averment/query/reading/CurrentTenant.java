package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The tenant that the verified token names. */
@RequestScoped
public class CurrentTenant {
    private static final String CLAIM = "tenant";

    private final JsonWebToken token;

    CurrentTenant(JsonWebToken token) {
        this.token = token;
    }

    /** @throws ProblemException when the token names none */
    public Tenant get() {
        Object claim = token.getClaim(CLAIM);
        if (claim instanceof String name && Tenant.isName(name)) {
            return new Tenant(name);
        }
        throw new ProblemException(ProblemType.TENANT_MISSING, "The token has no claim named tenant.");
    }
}
