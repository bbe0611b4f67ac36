package io.averment.manifests.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a type of Kubernetes' published models may look like: their annotated fields are those of the OpenAPI description that they are
 * made from. Which of them must be there, and which texts are right, the models do not know; {@link RequiredFields} and
 * {@link Enumerations} do for what is used here.
 *
 * @param type the type of the value
 */
record ModelSchema(Type type) implements Schema {

    private static final Map<Type, Scalar> SCALARS = Map.of(
            String.class, Scalar.STRING,
            Integer.class, Scalar.INTEGER,
            Long.class, Scalar.INTEGER,
            Double.class, Scalar.NUMBER,
            Boolean.class, Scalar.BOOLEAN,
            IntOrString.class, Scalar.INTEGER_OR_STRING,
            Quantity.class, Scalar.QUANTITY,
            Object.class, Scalar.ANY);

    @Override
    public void check(JsonNode value, String path, BiConsumer<String, String> wrong) {
        @Nullable Scalar scalar = SCALARS.get(type);
        if (scalar != null) {
            scalar.check(value, path, wrong);
        } else if (type instanceof ParameterizedType container) {
            checkContainer(container, value, path, wrong);
        } else {
            checkObject((Class<?>) type, value, path, wrong);
        }
    }

    private static void checkContainer(
            ParameterizedType container, JsonNode value, String path, BiConsumer<String, String> wrong) {
        Type[] arguments = container.getActualTypeArguments();
        ModelSchema content = new ModelSchema(arguments[arguments.length - 1]);
        if (List.class.equals(container.getRawType()) || Set.class.equals(container.getRawType())) {
            if (!value.isArray()) {
                wrong.accept(path, "expected a list, found " + value);
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                content.check(value.get(i), path + "[" + i + "]", wrong);
            }
        } else if (isObject(value, path, wrong)) {
            value.properties()
                    .forEach(entry -> content.check(entry.getValue(), Schema.field(path, entry.getKey()), wrong));
        }
    }

    private static void checkObject(Class<?> model, JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (!isObject(value, path, wrong)) {
            return;
        }
        Map<String, Type> fields = fields(model);
        value.properties().forEach(entry -> {
            String at = Schema.field(path, entry.getKey());
            @Nullable Type field = fields.get(entry.getKey());
            if (field == null) {
                wrong.accept(at, "no such field in " + model.getSimpleName());
            } else {
                new ModelSchema(field).check(entry.getValue(), at, wrong);
                Enumerations.check(model.getSimpleName(), entry.getKey(), entry.getValue(), at, wrong);
            }
        });
        for (String required : RequiredFields.of(model.getSimpleName())) {
            if (!value.has(required)) {
                wrong.accept(path, "lacks the field " + required);
            }
        }
    }

    private static boolean isObject(JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (!value.isObject()) {
            wrong.accept(path, "expected an object, found " + value);
        }
        return value.isObject();
    }

    private static Map<String, Type> fields(Class<?> model) {
        Map<String, Type> fields = new HashMap<>();
        for (@Nullable Class<?> type = model; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                @Nullable JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null) {
                    fields.putIfAbsent(property.value(), field.getGenericType());
                }
            }
        }
        if (fields.isEmpty()) {
            throw new IllegalStateException(model + " has no fields that are known; it needs a schema of its own");
        }
        return fields;
    }
}
