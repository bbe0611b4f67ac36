package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A statement as far as it is shown and compared.
 *
 * @param quoted the quoted words, one for each stretch
 * @param content the reported words, one for each stretch, where none are quoted; empty otherwise
 * @param kind DIRECT, MIXED, ...
 * @param act what is done in saying it: ASSERTS, DECLINES, ...
 * @param speaker the speaker's name, or a description where there is no name; empty when unresolved
 * @param unresolved why there is no speaker; empty when there is one
 * @param chain how it reached the reader
 */
public record RecordedStatement(
        List<String> quoted,
        List<String> content,
        String kind,
        String act,
        String speaker,
        String unresolved,
        List<Hop> chain) {

    private static final String ASSERTS = "ASSERTS";
    private static final String UNKNOWN = "UNKNOWN";

    public RecordedStatement {
        quoted = List.copyOf(quoted);
        content = List.copyOf(content);
        chain = List.copyOf(chain);
    }

    /**
     * A hop of the chain.
     *
     * @param role SPEAKER, MEDIUM, AGENCY or OUTLET
     * @param name who
     */
    public record Hop(String role, String name) {}

    /** From an answer of query-service, or from the expected record, which says the same with less around it. */
    static RecordedStatement of(JsonNode node) {
        List<String> quoted = texts(node.path("quoted"));
        List<String> content = quoted.isEmpty() ? texts(node.path("content")) : List.of();
        List<Hop> chain = new ArrayList<>();
        node.path("chain")
                .forEach(hop -> chain.add(
                        new Hop(hop.path("role").asText(), hop.path("name").asText())));
        JsonNode speaker = node.path("speaker");
        boolean brief = !speaker.isObject();
        return new RecordedStatement(
                quoted,
                content,
                node.path("kind").asText(),
                node.path("act").asText(ASSERTS),
                brief
                        ? speaker.asText()
                        : speaker.path("name")
                                .asText(speaker.path("description").asText()),
                brief
                        ? node.path("unresolved").asText()
                        : speaker.path("unresolved").path("reason").asText(),
                chain);
    }

    private static List<String> texts(JsonNode spans) {
        List<String> texts = new ArrayList<>();
        spans.forEach(span ->
                texts.add(span.isTextual() ? span.asText() : span.path("text").asText()));
        return texts;
    }

    /** Who said it, or why nobody is named. */
    public String who() {
        return speaker.isEmpty()
                ? "unresolved (" + unresolved.toLowerCase(Locale.ROOT).replace('_', ' ') + ")"
                : speaker;
    }

    /** The kind, and the act where it is not plain assertion: without it, what was declined would read as said. */
    public String manner() {
        return act.equals(ASSERTS) || act.equals(UNKNOWN) ? kind : kind + ", " + act.toLowerCase(Locale.ROOT);
    }

    /** The words, quoted ones in marks, with an ellipsis where something stands between two stretches. */
    public String words() {
        return quoted.isEmpty() ? String.join(" … ", content) : "“" + String.join("” … “", quoted) + "”";
    }

    /** How it reached the reader. */
    public String way() {
        return String.join(" → ", chain.stream().map(Hop::name).toList());
    }

    String inOneLine() {
        return words() + " – " + who() + ", " + manner() + ", " + way();
    }
}
