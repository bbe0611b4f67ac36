package io.averment.analysis.acquisition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files of one JSON object a line, also where the lines are the items of one array. */
final class JsonObjects {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonObjects() {}

    /** A JSON value: a map, a list, a string (numbers too), or nothing for null and truth values. */
    record Value(@Nullable Object content) {

        private static final Value NOTHING = new Value(null);

        /** A field of an object, or a value that holds nothing. */
        Value field(String name) {
            return content instanceof Map<?, ?> map && map.get(name) instanceof Value value ? value : NOTHING;
        }

        /** The items of an array; of anything else none. */
        List<Value> items() {
            List<Value> items = new ArrayList<>();
            if (content instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Value value) {
                        items.add(value);
                    }
                }
            }
            return items;
        }

        @Nullable
        String text() {
            return content instanceof String string ? string : null;
        }

        /** The texts among the items. */
        List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (Value item : items()) {
                String text = item.text();
                if (text != null) {
                    texts.add(text);
                }
            }
            return texts;
        }
    }

    /** Takes each object in turn. */
    static void read(Path file, Consumer<Value> use) throws IOException, ImportException {
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                number++;
                String object = row.strip();
                if (object.isEmpty() || object.equals("[") || object.equals("]")) {
                    continue;
                }
                use.accept(parse(object.endsWith(",") ? object.substring(0, object.length() - 1) : object, number));
            }
        }
    }

    /** The items of a file that is one array, read whole. */
    static List<Value> array(Path file) throws IOException, ImportException {
        try (JsonParser parser = JSON.createParser(Files.newInputStream(file))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ImportException(1, "is no JSON array");
            }
            return value(parser).items();
        } catch (JsonProcessingException e) {
            throw new ImportException(e.getLocation().getLineNr(), "is no JSON");
        }
    }

    private static Value parse(String object, int line) throws ImportException {
        try (JsonParser parser = JSON.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ImportException(line, "is no JSON object");
            }
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw new ImportException(line, "goes on behind its JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ImportException(line, "is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield new Value(fields);
            }
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Value(items);
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value(parser.getText());
            default -> Value.NOTHING;
        };
    }
}
