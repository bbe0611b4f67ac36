package io.averment.analysis.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.averment.analysis.json.AnalysisWriter;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final UriInfo URI_INFO = (UriInfo) Proxy.newProxyInstance(
            ProblemsTest.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("getRequestUri")) {
                    throw new AssertionError(method);
                }
                return URI.create("http://service.example/v1/analyses");
            });

    private final Problems problems = new Problems(new AnalysisWriter());

    @Test
    void askToTryAgainWhileTheIdentityProviderIsAway() {
        OIDCException away = new OIDCException("connection refused");
        Response response = problems.authenticationFailed(
                new AuthenticationFailedException(new IllegalStateException(away)), URI_INFO);
        assertEquals(503, response.getStatus());
        assertEquals("1", response.getHeaderString("Retry-After"));
        assertNull(response.getHeaderString("WWW-Authenticate"));
    }

    @Test
    void refuseTokenThatIsNotValid() {
        Response response = problems.authenticationFailed(new AuthenticationFailedException("expired"), URI_INFO);
        assertEquals(401, response.getStatus());
        assertEquals("Bearer", response.getHeaderString("WWW-Authenticate"));
        assertNull(response.getHeaderString("Retry-After"));
    }
}
