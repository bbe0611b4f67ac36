package io.averment.ingest.security;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The tenant that the verified access token names, in its claim {@code tenant}. */
@RequestScoped
public class CallerTenant {
    static final String CLAIM = "tenant";

    private final JsonWebToken token;

    @Inject
    public CallerTenant(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The caller's tenant.
     *
     * @throws ProblemException {@code tenant-missing} when the token names none, or not by the rule for names
     */
    public Tenant require() {
        Object claim = token.getClaim(CLAIM);
        if (claim instanceof String name) {
            return Tenant.parse(name).orElseThrow(CallerTenant::missing);
        }
        throw missing();
    }

    /** Who calls: the subject of the verified token, as the identity provider names it for good. */
    public String subject() {
        var subject = token.getSubject();
        return subject == null || subject.isBlank() ? "unknown" : subject.substring(0, Math.min(subject.length(), 200));
    }

    private static ProblemException missing() {
        return new ProblemException(
                ProblemType.TENANT_MISSING, "The claim \"" + CLAIM + "\" must name the tenant that the token is for.");
    }
}
