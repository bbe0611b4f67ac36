package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of query-service, read page by page as its clients do.
 *
 * @param client what sends
 * @param address of the list, without parameters
 * @param token a reader's
 */
public record RecordList(HttpClient client, String address, String token) {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every item of an outlet. */
    public List<JsonNode> ofOutlet(String outlet) throws IOException, InterruptedException {
        String first = address + "?limit=" + PAGE + "&outlet=" + URLEncoder.encode(outlet, StandardCharsets.UTF_8);
        List<JsonNode> items = new ArrayList<>();
        String page = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode answer = get(page);
            answer.path("items").forEach(items::add);
            if (!answer.hasNonNull("next")) {
                return items;
            }
            page = first + "&cursor=" + URLEncoder.encode(answer.path("next").asText(), StandardCharsets.UTF_8);
        }
        throw new IOException("more than " + MOST_PAGES + " pages");
    }

    private JsonNode get(String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page))
                .timeout(CALL_LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
