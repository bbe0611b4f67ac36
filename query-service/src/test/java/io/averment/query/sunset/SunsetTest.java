package io.averment.query.sunset;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SunsetTest {

    /** An operation that will go, and one that will not. */
    @Path("/test/sunset")
    public static class Operations {
        @GET
        @Path("old")
        @PermitAll
        @Operation(hidden = true)
        @Sunset(deprecated = "2026-11-01", gone = "2027-05-01", successor = "/test/sunset/new")
        public String old() {
            return "old";
        }

        @GET
        @Path("new")
        @PermitAll
        @Operation(hidden = true)
        public String current() {
            return "new";
        }
    }

    @Test
    void tellsThatAnOperationWillGo() {
        given().get("/test/sunset/old")
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo("@1793491200"))
                .header("Sunset", equalTo("Sat, 01 May 2027 00:00:00 GMT"))
                .header("Link", equalTo("</test/sunset/new>; rel=\"successor-version\""));
    }

    @Test
    void saysNothingOfOthers() {
        given().get("/test/sunset/new")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue())
                .header("Link", nullValue());
    }

    @Test
    void refusesSenselessDays() {
        assertThrows(IllegalArgumentException.class, () -> new SunsetHeaders("2026-11-01", "2026-11-01", ""));
        assertThrows(IllegalArgumentException.class, () -> new SunsetHeaders("soon", "2026-11-01", ""));
    }
}
