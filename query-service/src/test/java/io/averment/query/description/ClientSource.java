package io.averment.query.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Java source of a client, made from nothing but the description of the interface: a record for each schema, and a method for
 * each operation that reads, its parameters in the order of the description, null for those that are not given.
 */
final class ClientSource {
    static final String PACKAGE = "generated";
    static final String CLIENT = "Client";

    private static final String IMPORTS =
            "package " + PACKAGE + ";\n\nimport com.fasterxml.jackson.annotation.JsonProperty;\n";

    private static final String CALL = """
                private final com.fasterxml.jackson.databind.ObjectMapper mapper =
                    com.fasterxml.jackson.databind.json.JsonMapper.builder().findAndAddModules().build();
                private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
                private final java.net.URI server;
                private final String token;

                public Client(java.net.URI server, String token) {
                    this.server = server;
                    this.token = token;
                }

                private <T> T call(String path, java.util.Map<String, Object> query, Class<T> type) throws Exception {
                    var uri = new StringBuilder(path);
                    query.forEach((name, value) -> {
                        if (value != null) {
                            uri.append(uri.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(encode(value));
                        }
                    });
                    var request = java.net.http.HttpRequest.newBuilder(server.resolve(uri.toString()))
                        .header("Accept", "application/json, application/problem+json")
                        .header("Authorization", "Bearer " + token).build();
                    var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200) {
                        throw new Failure(mapper.readValue(answer.body(), Problem.class));
                    }
                    return mapper.readValue(answer.body(), type);
                }

                private static String encode(Object value) {
                    return java.net.URLEncoder.encode(value.toString(), java.nio.charset.StandardCharsets.UTF_8);
                }

                public static final class Failure extends RuntimeException {
                    public final Problem problem;

                    Failure(Problem problem) {
                        super(problem.title());
                        this.problem = problem;
                    }
                }
            """;

    /** What an operation answers as JSON; a calendar is none. */
    private static final String ANSWER = "/responses/200/content/application~1json/schema";

    private final JsonNode description;

    ClientSource(JsonNode description) {
        this.description = description;
    }

    /** The compilation units by class name. */
    Map<String, String> units() {
        Map<String, String> units = description.at("/components/schemas").properties().stream()
                .filter(schema -> isType(schema.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, schema -> unit(schema.getKey(), schema.getValue())));
        units.put(CLIENT, client());
        return units;
    }

    private static boolean isType(JsonNode schema) {
        return schema.has("properties") || schema.has("enum");
    }

    private String unit(String name, JsonNode schema) {
        if (schema.has("enum")) {
            List<String> constants = new ArrayList<>();
            schema.get("enum").forEach(constant -> constants.add(constant.asText()));
            return IMPORTS + "public enum " + name + " { " + String.join(", ", constants) + " }\n";
        }
        return schema.get("properties").properties().stream()
                .map(field -> "@JsonProperty(\"" + field.getKey() + "\") " + type(field.getValue()) + " "
                        + identifier(field.getKey()))
                .collect(Collectors.joining(", ", IMPORTS + "public record " + name + "(", ") {}\n"));
    }

    private String client() {
        StringBuilder source = new StringBuilder(IMPORTS)
                .append("public final class Client {\n")
                .append(CALL);
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            if (operation.at(ANSWER).isObject()) {
                source.append(method(path.getKey(), operation));
            }
        }
        return source.append("}\n").toString();
    }

    private String method(String path, JsonNode operation) {
        String type = type(operation.at(ANSWER));
        List<String> parameters = new ArrayList<>();
        StringBuilder reference = new StringBuilder('"' + path + '"');
        StringBuilder query = new StringBuilder();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(each);
            String name = parameter.get("name").asText();
            parameters.add(type(parameter.get("schema")) + " " + identifier(name));
            if (parameter.get("in").asText().equals("path")) {
                reference.append(".replace(\"{" + name + "}\", encode(" + identifier(name) + "))");
            } else {
                query.append("query.put(\"" + name + "\", " + identifier(name) + ");\n");
            }
        }
        return "public " + type + " " + operation.get("operationId").asText() + "("
                + String.join(", ", parameters) + ") throws Exception {\n"
                + "java.util.Map<String, Object> query = new java.util.LinkedHashMap<>();\n" + query
                + "return call(" + reference + ", query, " + type + ".class);\n}\n";
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_") + (name.equals("object") ? "_" : "");
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceFirst(".*/", "");
            JsonNode target = resolved(schema);
            return isType(target) ? name : type(target);
        }
        // One of several things is read as it comes.
        if (schema.path("oneOf").size() > 2) {
            return "com.fasterxml.jackson.databind.JsonNode";
        }
        for (String either : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode option : schema.path(either)) {
                if (!option.path("type").asText().equals("null")) {
                    return type(option);
                }
            }
        }
        return simple(schema);
    }

    private String simple(JsonNode schema) {
        String format = schema.path("format").asText();
        return switch (kind(schema)) {
            case "array" -> "java.util.List<" + type(schema.get("items")) + ">";
            case "integer" -> format.equals("int64") ? "Long" : "Integer";
            case "number" -> "Double";
            case "boolean" -> "Boolean";
            case "object" -> "java.util.Map<String, " + type(schema.get("additionalProperties")) + ">";
            case "string" ->
                switch (format) {
                    case "date-time" -> "java.time.Instant";
                    case "date" -> "java.time.LocalDate";
                    case "uuid" -> "java.util.UUID";
                    case "uri" -> "java.net.URI";
                    default -> "String";
                };
            default -> throw new IllegalArgumentException("a schema without a type: " + schema);
        };
    }

    /** The one type beside null. */
    private static String kind(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    return each.asText();
                }
            }
        }
        return type.asText();
    }
}
