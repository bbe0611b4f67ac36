package io.averment.analysis.model;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained model as its file holds it: named sections of primitive arrays. Immutable and thread-safe; every getter gives a fresh
 * array, so what stays in memory is what the model's user keeps.
 *
 * <p>The file, numbers little-endian, texts as length in bytes and UTF-8: {@value #MAGIC} in ASCII; format version (int);
 * SHA-256 of all that follows (32 bytes); name (text); number of sections (int); then for each section its name (text), its kind
 * (one byte: 0 bytes, 1 shorts, 2 ints, 3 floats, 4 texts), its length in elements (int), its length in bytes (int) and its
 * elements; texts end with a line feed each.
 */
public final class Model {

    static final String MAGIC = "AVERMENT";
    static final int FORMAT_VERSION = 1;

    private static final int DIGEST_LENGTH = 32;
    private static final int HEAD_LENGTH = MAGIC.length() + Integer.BYTES + DIGEST_LENGTH;

    private record Section(SectionKind kind, int length, int offset, int size) {}

    private final String name;
    private final String checksum;
    private final byte[] file;
    private final Map<String, Section> sections;

    private Model(String name, String checksum, byte[] file, Map<String, Section> sections) {
        this.name = name;
        this.checksum = checksum;
        this.file = file;
        this.sections = sections;
    }

    /**
     * Reads {@code models/<name>.model} of the class path.
     *
     * @throws ModelException if there is no such file, it is damaged, or it holds a model of another name
     */
    public static Model load(String name) {
        try (InputStream in = Model.class.getResourceAsStream("/models/" + name + ".model")) {
            if (in == null) {
                throw new ModelException("There is no model " + name);
            }
            Model model = of(in.readAllBytes());
            if (!model.name.equals(name)) {
                throw new ModelException("The model file " + name + " holds the model " + model.name);
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model " + name, e);
        }
    }

    /** Whether the class path has {@code models/<name>.model}. */
    public static boolean exists(String name) {
        return Model.class.getResource("/models/" + name + ".model") != null;
    }

    /**
     * A model from the bytes of its file, which must not change afterwards.
     *
     * @throws ModelException if the bytes are no model file of this format version or the checksum is wrong
     */
    public static Model of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (file.length < HEAD_LENGTH || !Arrays.equals(file, 0, magic.length, magic, 0, magic.length)) {
            throw new ModelException("This is no model file");
        }
        int version = in.position(magic.length).getInt();
        if (version != FORMAT_VERSION) {
            throw new ModelException("The model file has format " + version + ", not " + FORMAT_VERSION);
        }
        byte[] stated = new byte[DIGEST_LENGTH];
        in.get(stated);
        if (!Arrays.equals(stated, digest(file, HEAD_LENGTH, file.length - HEAD_LENGTH))) {
            throw new ModelException("The model file is damaged: its checksum is wrong");
        }
        try {
            String name = text(in);
            return new Model(name, HexFormat.of().formatHex(stated), file, sections(in));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new ModelException("The model file ends too early: " + e);
        }
    }

    public String name() {
        return name;
    }

    /** SHA-256 of name and sections, lower-case hex. */
    public String checksum() {
        return checksum;
    }

    /** Stands for the model in a pipeline's fingerprint: the checksum, verified on load, changes with every byte. */
    public KnowledgeFile asKnowledge() {
        return KnowledgeFile.of("models/" + name, checksum);
    }

    /** Whether there is a section of this name, of whatever kind. */
    public boolean has(String section) {
        return sections.containsKey(section);
    }

    public byte[] bytes(String section) {
        Section found = section(section, SectionKind.BYTES);
        return Arrays.copyOfRange(file, found.offset, found.offset + found.size);
    }

    public short[] shorts(String section) {
        Section found = section(section, SectionKind.SHORTS);
        short[] values = new short[found.length];
        content(found).asShortBuffer().get(values);
        return values;
    }

    public int[] ints(String section) {
        Section found = section(section, SectionKind.INTS);
        int[] values = new int[found.length];
        content(found).asIntBuffer().get(values);
        return values;
    }

    public float[] floats(String section) {
        Section found = section(section, SectionKind.FLOATS);
        float[] values = new float[found.length];
        content(found).asFloatBuffer().get(values);
        return values;
    }

    public String[] strings(String section) {
        Section found = section(section, SectionKind.STRINGS);
        String[] values = new String[found.length];
        int from = found.offset;
        for (int i = 0; i < values.length; i++) {
            int to = from;
            while (to < found.offset + found.size && file[to] != '\n') {
                to++;
            }
            if (to == found.offset + found.size) {
                throw new ModelException("Section " + section + " of model " + name + " holds too few texts");
            }
            values[i] = new String(file, from, to - from, StandardCharsets.UTF_8);
            from = to + 1;
        }
        return values;
    }

    static byte[] digest(byte[] bytes, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Map<String, Section> sections(ByteBuffer in) {
        Map<String, Section> sections = new LinkedHashMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String title = text(in);
            SectionKind kind = SectionKind.of(in.get());
            int length = in.getInt();
            int size = in.getInt();
            int offset = in.position();
            in.position(offset + size);
            sections.put(title, new Section(kind, length, offset, size));
        }
        return sections;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Section section(String title, SectionKind kind) {
        Section section = sections.get(title);
        if (section == null || section.kind != kind) {
            throw new ModelException("Model " + name + " has no section " + title + " of " + kind);
        }
        return section;
    }

    private ByteBuffer content(Section section) {
        return ByteBuffer.wrap(file, section.offset, section.size).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
