package io.averment.analysis.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A data file of the pipeline: UTF-8, a record a line, fields separated by one tab, lines starting with {@code #} and empty lines
 * left out. The format of the fields stands at the head of each file. Immutable.
 */
public final class KnowledgeFile {

    private final String name;
    private final byte[] bytes;

    private KnowledgeFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * Reads {@code knowledge/<name>} of the class path.
     *
     * @throws KnowledgeException if there is no such file
     */
    public static KnowledgeFile load(String name) {
        try (InputStream in = KnowledgeFile.class.getResourceAsStream("/knowledge/" + name)) {
            if (in == null) {
                throw new KnowledgeException("There is no knowledge file " + name);
            }
            return new KnowledgeFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the knowledge file " + name, e);
        }
    }

    /** A file that is not on the class path. */
    public static KnowledgeFile of(String name, String content) {
        return new KnowledgeFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The words of a file of one field a line, in the order of the file.
     *
     * @throws KnowledgeException naming file and line, for a repeated word, a tab or a blank at an end
     */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        forEachRecord(1, (fields, line) -> {
            if (!words.add(fields.getFirst())) {
                throw fault(line, "'" + fields.getFirst() + "' is there twice");
            }
        });
        return Collections.unmodifiableSet(words);
    }

    /**
     * The words of a file of two fields a line (word, class), in the order of the file.
     *
     * @throws KnowledgeException naming file and line, for an unknown class or a repeated word
     */
    public <E extends Enum<E>> Map<String, E> classes(Class<E> type) {
        Map<String, E> classes = new LinkedHashMap<>();
        forEachRecord(2, (fields, line) -> {
            E value = constant(type, fields.get(1), line);
            if (classes.put(fields.getFirst(), value) != null) {
                throw fault(line, "'" + fields.getFirst() + "' is there twice");
            }
        });
        return Collections.unmodifiableMap(classes);
    }

    /** Calls {@code use} with the fields and the line number of each record; each has exactly {@code width} fields, none blank. */
    public void forEachRecord(int width, BiConsumer<List<String>, Integer> use) {
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = split(line);
            if (fields.size() != width) {
                throw fault(number, "has " + fields.size() + " fields, not " + width);
            }
            for (String field : fields) {
                if (field.isBlank() || !field.equals(field.strip())) {
                    throw fault(number, "has a field that is empty or has a blank at an end");
                }
            }
            use.accept(fields, number);
        }
    }

    /** The constant that a field names. */
    public <E extends Enum<E>> E constant(Class<E> type, String field, int line) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(field)) {
                return value;
            }
        }
        throw fault(line, "'" + field + "' is none of the known classes");
    }

    /** The exception for a line that its format does not allow. */
    public KnowledgeException fault(int line, String why) {
        return new KnowledgeException(name + ", line " + line + ": " + why);
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab));
            from = tab + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }
}
