package io.averment.stack.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a service consists of, as CycloneDX has it, without what changes from one writing to the next. Immutable. */
public final class SoftwareBill {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode bill;

    private SoftwareBill(ObjectNode bill) {
        this.bill = bill;
    }

    /**
     * One component.
     *
     * @param licences their SPDX identifiers or names; empty if its publisher states none
     */
    public record Component(String group, String name, String version, List<String> licences) {
        public Component {
            licences = List.copyOf(licences);
        }
    }

    /**
     * What a service is shipped with beside what its build knows of.
     *
     * @param type a kind of CycloneDX, as {@code library}
     * @param version empty if it is not known
     * @param address its package URL; empty if it has none
     * @param licence as an expression of SPDX; empty if it is not known
     * @param files its files by their paths, with their SHA-256
     */
    public record Part(
            String type, String name, String version, String address, String licence, SortedMap<String, String> files) {
        public Part {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    /** @throws IllegalArgumentException if the file is no bill of materials */
    public static SoftwareBill read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (!(root instanceof ObjectNode bill)
                || !bill.path("bomFormat").asText().equals("CycloneDX")) {
            throw new IllegalArgumentException(file + " is no bill of materials of CycloneDX");
        }
        bill.remove("serialNumber");
        if (bill.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("timestamp");
        }
        sort(bill, "components", "bom-ref");
        sort(bill, "dependencies", "ref");
        for (JsonNode dependency : bill.path("dependencies")) {
            sortTexts((ObjectNode) dependency, "dependsOn");
        }
        return new SoftwareBill(bill);
    }

    /** The same, with other parts as well. */
    public SoftwareBill with(List<Part> parts) {
        ObjectNode more = bill.deepCopy();
        for (Part part : parts) {
            more.withArray("components").add(component(part));
        }
        sort(more, "components", "bom-ref");
        return new SoftwareBill(more);
    }

    private static ObjectNode component(Part part) {
        ObjectNode component = JSON.createObjectNode().put("type", part.type());
        component.put("bom-ref", part.address().isEmpty() ? part.type() + ":" + part.name() : part.address());
        component.put("name", part.name());
        putKnown(component, "version", part.version());
        if (!part.licence().isEmpty()) {
            component.putArray("licenses").addObject().put("expression", part.licence());
        }
        putKnown(component, "purl", part.address());
        part.files()
                .forEach((path, sum) -> component
                        .withArray("components")
                        .addObject()
                        .put("type", "file")
                        .put("name", path)
                        .putArray("hashes")
                        .addObject()
                        .put("alg", "SHA-256")
                        .put("content", sum));
        return component;
    }

    private static void putKnown(ObjectNode component, String field, String value) {
        if (!value.isEmpty()) {
            component.put(field, value);
        }
    }

    private static void sort(ObjectNode parent, String list, String by) {
        List<JsonNode> items = new ArrayList<>();
        parent.path(list).forEach(items::add);
        items.sort(Comparator.comparing(item -> item.path(by).asText()));
        ArrayNode sorted = parent.putArray(list);
        items.forEach(sorted::add);
    }

    private static void sortTexts(ObjectNode parent, String list) {
        if (parent.has(list)) {
            TreeSet<String> texts = new TreeSet<>();
            parent.path(list).forEach(text -> texts.add(text.asText()));
            ArrayNode sorted = parent.putArray(list);
            texts.forEach(sorted::add);
        }
    }

    /** The whole of it as JSON, with a line end. */
    public String json() throws IOException {
        return JSON.writeValueAsString(bill).replace("\r\n", "\n") + "\n";
    }

    /** Its components, without what they consist of themselves. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            TreeSet<String> licences = new TreeSet<>();
            for (JsonNode licence : component.path("licenses")) {
                for (JsonNode name :
                        List.of(licence.path("expression"), licence.at("/license/id"), licence.at("/license/name"))) {
                    if (!name.asText().isBlank()) {
                        licences.add(name.asText());
                    }
                }
            }
            components.add(new Component(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText(),
                    List.copyOf(licences)));
        }
        return List.copyOf(components);
    }

    /** The list of components with their licences, as Markdown. */
    public String licences() {
        StringBuilder page = new StringBuilder("""
                # Licences of what is in here

                Averment itself: Apache-2.0 (LICENSE); the data that its models were made from: NOTICE. The other components, as their
                publishers state it; where several are stated, either one may be chosen or each holds for a part of it, as the component says:

                | Component | Version | Licence |
                |---|---|---|
                """);
        for (Component component : components()) {
            if (component.group().equals("io.averment")) {
                continue;
            }
            page.append("| ")
                    .append(component.group())
                    .append(':')
                    .append(component.name())
                    .append(" | ")
                    .append(component.version())
                    .append(" | ")
                    .append(component.licences().isEmpty() ? "not stated" : String.join("; ", component.licences()))
                    .append(" |\n");
        }
        return page.toString();
    }
}
