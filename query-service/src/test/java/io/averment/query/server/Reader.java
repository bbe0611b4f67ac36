package io.averment.query.server;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Asks the service as one of the demo users. */
public final class Reader {
    private Reader() {}

    /** A reader of tenant demo. */
    public static RequestSpecification rita() {
        return as("rita");
    }

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user));
    }

    /** A list, by filters that the test has to itself. */
    public static ValidatableResponse list(String path, Map<String, ?> filters) {
        return rita().queryParams(filters).get(path).then().statusCode(200);
    }
}
