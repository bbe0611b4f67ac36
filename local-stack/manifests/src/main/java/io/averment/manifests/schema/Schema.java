package io.averment.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** What a value may look like. Implementations are immutable. */
interface Schema {

    /**
     * Says what is wrong with a value.
     *
     * @param path where it stands, such as {@code spec.ports[0].port}; empty for a whole object
     * @param wrong takes the path and the complaint, once for each mistake
     */
    void check(JsonNode value, String path, BiConsumer<String, String> wrong);

    /** The path of a field. */
    static String field(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
