package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * The services as a demo user sees them.
 *
 * @param client what sends
 * @param realmUrl the realm's address
 * @param ingestUrl the address of ingest-service
 * @param queryUrl the address of query-service
 * @param user a demo user who may send and read
 */
public record Api(HttpClient client, String realmUrl, String ingestUrl, String queryUrl, String user) {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What ingest-service answered to a report.
     *
     * @param id the article's id
     * @param revision its latest revision
     * @param outcome ACCEPTED, REVISED or KNOWN
     */
    public record Acceptance(String id, int revision, String outcome) {}

    /** A bearer token of the demo user. */
    public String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .timeout(CALL_LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=averment-cli&username=" + user
                        + "&password=" + DemoUser.password(user)))
                .build();
        return JSON.readTree(requireSuccess("the token of " + user, client.send(request, BodyHandlers.ofString())))
                .path("access_token")
                .asText();
    }

    /** Sends a report. */
    public Acceptance send(String token, SampleReport report) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ingestUrl + "/v1/articles"))
                .timeout(CALL_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report.body()))
                .build();
        JsonNode answer = JSON.readTree(requireSuccess(report.name(), client.send(request, BodyHandlers.ofString())));
        return new Acceptance(
                answer.path("id").asText(),
                answer.path("revision").asInt(),
                answer.path("outcome").asText());
    }

    /** What the record holds about an article; empty while it is not there. */
    public Optional<RecordedArticle> find(String token, String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(queryUrl + "/v1/articles/" + id))
                .timeout(CALL_LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(RecordedArticle.answered(requireSuccess("article " + id, answer)));
    }

    private static String requireSuccess(String what, HttpResponse<String> answer) throws StackFailure {
        if (answer.statusCode() / 100 != 2) {
            throw new StackFailure("Asked for " + what + ", " + answer.uri().getAuthority() + " answered "
                    + answer.statusCode() + ": " + answer.body().strip());
        }
        return answer.body();
    }
}
