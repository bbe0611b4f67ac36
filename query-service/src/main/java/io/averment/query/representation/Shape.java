package io.averment.query.representation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a type as they are written in JSON, by name and in order; lists and their items have the same shape. A value
 * without fields (text, number, map) has none here. Immutable.
 */
public record Shape(Map<String, Shape> fields) {
    private static final int DEEPEST = 6;
    private static final Shape VALUE = new Shape(Map.of());

    public Shape {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The shape of what this mapper writes for a type. Costs some microseconds; worth keeping. */
    public static Shape of(Class<?> type, ObjectMapper mapper) {
        try {
            return of(mapper.constructType(type), mapper.getSerializerProviderInstance(), 0);
        } catch (JsonMappingException impossible) {
            throw new IllegalStateException("a type of an answer cannot be written as JSON", impossible);
        }
    }

    private static Shape of(JavaType type, SerializerProvider provider, int depth) throws JsonMappingException {
        JavaType value = type;
        while (value.isCollectionLikeType() || value.isArrayType() || value.isReferenceType()) {
            value = value.getContentType();
        }
        if (depth >= DEEPEST || value.isMapLikeType() || value.isEnumType() || value.isPrimitive()) {
            return VALUE;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        Iterator<PropertyWriter> properties =
                provider.findValueSerializer(value).properties();
        while (properties.hasNext()) {
            PropertyWriter property = properties.next();
            fields.put(property.getName(), of(property.getType(), provider, depth + 1));
        }
        return new Shape(fields);
    }

    boolean isValue() {
        return fields.isEmpty();
    }
}
