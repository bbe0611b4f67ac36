package io.averment.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an object of an operator may look like, as {@code custom-resources.yaml} writes it down.
 *
 * @param description a name of a type, or texts with {@code |} between them of which it is one; a list of one, for a list of such; or an object, whose fields end in {@code !} when they must be
 *     there, and in which {@code *} stands for any name
 * @param models types of Kubernetes' own models that a description may name
 */
record CustomSchema(JsonNode description, Map<String, Class<?>> models) implements Schema {

    private static final Map<String, Scalar> SCALARS = Map.of(
            "string", Scalar.STRING,
            "integer", Scalar.INTEGER,
            "number", Scalar.NUMBER,
            "boolean", Scalar.BOOLEAN,
            "quantity", Scalar.QUANTITY,
            "scalar", Scalar.SCALAR,
            "any", Scalar.ANY);

    @Override
    public void check(JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (description.isTextual() && description.asText().contains("|")) {
            Scalar.STRING.check(value, path, wrong);
            Enumerations.check(List.of(description.asText().split("\\|", -1)), value, path, wrong);
        } else if (description.isTextual()) {
            named(description.asText()).check(value, path, wrong);
        } else if (description.isArray()) {
            checkList(value, path, wrong);
        } else {
            checkObject(value, path, wrong);
        }
    }

    private Schema named(String type) {
        @Nullable Schema scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        @Nullable Class<?> model = models.get(type);
        if (model == null) {
            throw new IllegalStateException("custom-resources.yaml: there is no type " + type);
        }
        return new ModelSchema(model);
    }

    private void checkList(JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (!value.isArray()) {
            wrong.accept(path, "expected a list, found " + value);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            new CustomSchema(description.get(0), models).check(value.get(i), path + "[" + i + "]", wrong);
        }
    }

    private void checkObject(JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (!value.isObject()) {
            wrong.accept(path, "expected an object, found " + value);
            return;
        }
        Set<String> missing = new HashSet<>();
        description.fieldNames().forEachRemaining(name -> {
            if (name.endsWith("!") && !value.has(name.substring(0, name.length() - 1))) {
                missing.add(name.substring(0, name.length() - 1));
            }
        });
        missing.stream().sorted().forEach(name -> wrong.accept(path, "lacks the field " + name));
        value.properties().forEach(entry -> {
            String at = Schema.field(path, entry.getKey());
            @Nullable JsonNode field = field(entry.getKey());
            if (field == null) {
                wrong.accept(at, "no such field");
            } else {
                new CustomSchema(field, models).check(entry.getValue(), at, wrong);
            }
        });
    }

    private @Nullable JsonNode field(String name) {
        for (String written : new String[] {name, name + "!", "*"}) {
            if (description.has(written)) {
                return description.get(written);
            }
        }
        return null;
    }
}
