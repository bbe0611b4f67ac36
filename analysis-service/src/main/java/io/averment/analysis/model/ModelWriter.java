package io.averment.analysis.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers the sections of a model and gives the file's bytes. The same sections in the same order give the same bytes. Not
 * thread-safe. The format is described at {@link Model}.
 */
public final class ModelWriter {

    private static final class Section {

        private final SectionKind kind;
        private final int length;
        private final byte[] content;

        Section(SectionKind kind, int length, byte[] content) {
            this.kind = kind;
            this.length = length;
            this.content = content;
        }
    }

    private final String name;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    public ModelWriter(String name) {
        this.name = name;
    }

    public ModelWriter bytes(String section, byte[] values) {
        return add(section, SectionKind.BYTES, values.length, values.clone());
    }

    public ModelWriter shorts(String section, short[] values) {
        byte[] content = new byte[values.length * Short.BYTES];
        buffer(content).asShortBuffer().put(values);
        return add(section, SectionKind.SHORTS, values.length, content);
    }

    public ModelWriter ints(String section, int[] values) {
        byte[] content = new byte[values.length * Integer.BYTES];
        buffer(content).asIntBuffer().put(values);
        return add(section, SectionKind.INTS, values.length, content);
    }

    public ModelWriter floats(String section, float[] values) {
        byte[] content = new byte[values.length * Float.BYTES];
        buffer(content).asFloatBuffer().put(values);
        return add(section, SectionKind.FLOATS, values.length, content);
    }

    /** None of the values may hold a line feed, which separates them in the file. */
    public ModelWriter strings(String section, String[] values) {
        StringBuilder joined = new StringBuilder();
        for (String value : values) {
            if (value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("A text of section " + section + " holds a line feed");
            }
            joined.append(value).append('\n');
        }
        byte[] content = joined.toString().getBytes(StandardCharsets.UTF_8);
        return add(section, SectionKind.STRINGS, values.length, content);
    }

    /** The whole file, its checksum included. */
    public byte[] toBytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writeText(body, name);
        writeInt(body, sections.size());
        sections.forEach((title, section) -> {
            writeText(body, title);
            body.write(section.kind.code());
            writeInt(body, section.length);
            writeInt(body, section.content.length);
            body.writeBytes(section.content);
        });
        byte[] content = body.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Model.MAGIC.getBytes(StandardCharsets.US_ASCII));
        writeInt(file, Model.FORMAT_VERSION);
        file.writeBytes(Model.digest(content, 0, content.length));
        file.writeBytes(content);
        return file.toByteArray();
    }

    private ModelWriter add(String title, SectionKind kind, int length, byte[] content) {
        if (sections.put(title, new Section(kind, length, content)) != null) {
            throw new IllegalArgumentException("Two sections are called " + title);
        }
        return this;
    }

    private static ByteBuffer buffer(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        byte[] content = new byte[Integer.BYTES];
        buffer(content).putInt(value);
        out.writeBytes(content);
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(out, bytes.length);
        out.writeBytes(bytes);
    }
}
