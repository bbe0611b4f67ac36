package io.averment.ingest.ingestion;

import io.averment.ingest.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds to the description of each operation the problems that any of its kind may end in, unless it tells more of them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedAnswers implements OASFilter {
    private static final String INTERFACE = "/v1/";
    private static final Map<String, String> OF_ALL = Map.of("500", "internal: something went wrong on our side");
    private static final Map<String, String> OF_INTERFACE = new TreeMap<>(Map.of(
            "400", "invalid-request: the detail says what is wrong",
            "401", "unauthorized: no valid token",
            "403", "forbidden, or tenant-missing",
            "406", "not-acceptable: none of the accepted media types can be given",
            "414", "address-too-long: the request's line has too many bytes",
            "429", "rate-limited: too many requests; Retry-After says when to go on",
            "503", "unavailable: a part that is needed is away; Retry-After says when to try again"));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().forEach((path, item) -> {
            for (Operation operation : item.getOperations().values()) {
                add(operation, OF_ALL);
                if (path.startsWith(INTERFACE)) {
                    add(operation, OF_INTERFACE);
                }
            }
        });
    }

    private static void add(Operation operation, Map<String, String> answers) {
        answers.forEach((status, meaning) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(meaning)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        Problem.MEDIA_TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("#/components/schemas/Problem")))));
            }
        });
    }
}
