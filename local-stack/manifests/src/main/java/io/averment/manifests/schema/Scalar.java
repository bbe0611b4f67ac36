package io.averment.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Values without fields. Nothing is converted: a number is no text, and a text is no number. */
enum Scalar implements Schema {
    STRING {
        @Override
        boolean accepts(JsonNode value) {
            return value.isTextual();
        }
    },
    INTEGER {
        @Override
        boolean accepts(JsonNode value) {
            return value.isIntegralNumber();
        }
    },
    NUMBER {
        @Override
        boolean accepts(JsonNode value) {
            return value.isNumber();
        }
    },
    BOOLEAN {
        @Override
        boolean accepts(JsonNode value) {
            return value.isBoolean();
        }
    },
    /** A number or a name, such as that of a port. */
    INTEGER_OR_STRING {
        @Override
        boolean accepts(JsonNode value) {
            return value.isIntegralNumber() || value.isTextual();
        }
    },
    /** An amount with its unit. */
    QUANTITY {
        @Override
        boolean accepts(JsonNode value) {
            return value.isNumber()
                    || (value.isTextual() && value.asText().matches("[0-9]+(\\.[0-9]+)?(m|[kMGTPE]i?)?"));
        }
    },
    /** Any of the above. */
    SCALAR {
        @Override
        boolean accepts(JsonNode value) {
            return value.isValueNode() && !value.isNull();
        }
    },
    /** Anything at all. */
    ANY {
        @Override
        boolean accepts(JsonNode value) {
            return true;
        }
    };

    abstract boolean accepts(JsonNode value);

    @Override
    public void check(JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (!accepts(value)) {
            wrong.accept(path, "expected " + word() + ", found " + value);
        }
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
