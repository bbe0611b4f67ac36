package io.averment.query.representation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Items as a table (RFC 4180, UTF-8, header line). A column for each value of an item's shape, named by the path to it, so that
 * columns never depend on the data. Where a path goes through a list, the values of its items share a cell, divided by
 * {@code " | "}, those that are missing left blank, so that the columns of a list line up; those of a list in such an item share
 * the item's place, divided by {@code " / "}; a map is a cell of
 * {@code key=value}. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvTable {
    private static final String DIVIDER = " | ";
    private static final String DIVIDER_WITHIN = " / ";
    private static final String LINE_END = "\r\n";
    /** Also the full-width forms, which some spreadsheets take for the same. */
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final List<List<String>> columns = new ArrayList<>();

    public CsvTable(Shape shape, FieldSelection selection) {
        addColumns(List.of(), shape, selection);
    }

    private void addColumns(List<String> path, Shape shape, FieldSelection selection) {
        for (Map.Entry<String, Shape> field : shape.fields().entrySet()) {
            selection.below(field.getKey()).ifPresent(below -> {
                List<String> here = new ArrayList<>(path);
                here.add(field.getKey());
                if (field.getValue().isValue()) {
                    columns.add(List.copyOf(here));
                } else {
                    addColumns(here, field.getValue(), below);
                }
            });
        }
    }

    /** The whole table. */
    public String write(JsonNode items) {
        StringBuilder table = new StringBuilder();
        table.append(columns.stream().map(path -> String.join(".", path)).collect(Collectors.joining(",")))
                .append(LINE_END);
        for (JsonNode item : items) {
            table.append(columns.stream().map(path -> cell(item, path)).collect(Collectors.joining(",")))
                    .append(LINE_END);
        }
        return table.toString();
    }

    private static String cell(JsonNode item, List<String> path) {
        List<JsonNode> values = new ArrayList<>();
        collect(item, path, values);
        if (values.size() == 1 && values.getFirst().isNumber()) {
            return values.getFirst().asText();
        }
        return quote(harmless(joined(item, path, DIVIDER)));
    }

    /** What a list in an item of a list has stays in the place of that item, empty or not. */
    private static String joined(JsonNode node, List<String> path, String divider) {
        if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(item -> values.add(joined(item, path, DIVIDER_WITHIN)));
            return String.join(divider, values);
        }
        return path.isEmpty() ? text(node) : joined(node.path(path.getFirst()), path.subList(1, path.size()), divider);
    }

    private static void collect(JsonNode node, List<String> path, List<JsonNode> values) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, path, values));
        } else if (path.isEmpty()) {
            values.add(node);
        } else {
            collect(node.path(path.getFirst()), path.subList(1, path.size()), values);
        }
    }

    private static String text(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                    .collect(Collectors.joining(DIVIDER));
        }
        return value.isNull() ? "" : value.asText();
    }

    private static String harmless(String text) {
        String start = text.stripLeading();
        boolean isFormula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        boolean startsWithControl = !text.isEmpty() && text.charAt(0) < ' ';
        return isFormula || startsWithControl ? "'" + text : text;
    }

    private static String quote(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
