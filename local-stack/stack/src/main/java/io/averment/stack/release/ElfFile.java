package io.averment.stack.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a 64-bit little-endian executable or shared library says that it needs: processor family, loader, shared libraries, and versions
 * of their symbols (System V ABI, and the GNU extension for symbol versions in the Linux Standard Base).
 *
 * @param machine {@code x86-64} or {@code aarch64}
 * @param loader the program that loads it, as an absolute path; empty for a shared library and for what is linked statically
 * @param libraries shared libraries by their names, in the order in which they are looked for
 * @param glibc the newest version of glibc of which it needs a symbol; empty if it needs none
 * @param level the level of the x86-64 ABI that it is marked to need, as {@code x86-64-v3}; empty if it is not marked
 */
public record ElfFile(
        String machine,
        Optional<String> loader,
        List<String> libraries,
        Optional<String> glibc,
        Optional<String> level) {

    private static final int MAGIC = 0x464C457F;
    private static final byte CLASS_64 = 2;
    private static final byte LITTLE_ENDIAN = 1;
    private static final int SEGMENT_LOADER = 3;
    private static final int SECTION_DYNAMIC = 6;
    private static final int SECTION_NOTE = 7;
    private static final int SECTION_VERSIONS_NEEDED = 0x6FFFFFFE;
    private static final int TAG_NEEDED = 1;
    private static final int NOTE_PROPERTIES = 5;
    private static final int PROPERTY_X86_LEVEL_NEEDED = 0xC0008002;
    private static final int LONGEST_NAME = 4096;
    private static final Pattern GLIBC = Pattern.compile("GLIBC_([0-9]+)\\.([0-9]+)(\\.[0-9]+)?");

    public ElfFile {
        libraries = List.copyOf(libraries);
    }

    /** @throws IllegalArgumentException if the file is no such executable or library */
    public static ElfFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            try {
                return new Reading(bytes).read();
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IllegalArgumentException(file + " is not an executable that can be read", e);
            }
        }
    }

    /** A stretch of the file, as its section table has it. */
    private record Section(int type, int link, int offset, int size) {}

    private record Version(int major, int minor) {}

    private static final class Reading {
        private final ByteBuffer bytes;
        private final List<Section> sections = new ArrayList<>();

        Reading(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        ElfFile read() {
            if (bytes.getInt(0) != MAGIC || bytes.get(4) != CLASS_64 || bytes.get(5) != LITTLE_ENDIAN) {
                throw new IllegalArgumentException("Not a 64-bit little-endian ELF file");
            }
            int table = Math.toIntExact(bytes.getLong(0x28));
            int entry = bytes.getShort(0x3A);
            for (int i = 0; i < bytes.getShort(0x3C); i++) {
                int at = table + i * entry;
                sections.add(new Section(
                        bytes.getInt(at + 4),
                        bytes.getInt(at + 0x28),
                        Math.toIntExact(bytes.getLong(at + 0x18)),
                        Math.toIntExact(bytes.getLong(at + 0x20))));
            }
            return new ElfFile(machine(), loader(), libraries(), glibc(), level());
        }

        private String machine() {
            return switch (bytes.getShort(0x12)) {
                case 0x3E -> "x86-64";
                case 0xB7 -> "aarch64";
                default -> throw new IllegalArgumentException("Not a processor that is known here");
            };
        }

        private List<Section> sections(int type) {
            return sections.stream().filter(section -> section.type() == type).toList();
        }

        private String name(Section of, int offset) {
            return text(sections.get(of.link()).offset() + offset);
        }

        private String text(int start) {
            int end = start;
            while (bytes.get(end) != 0) {
                end++;
                if (end - start > LONGEST_NAME) {
                    throw new IllegalArgumentException("A name without end");
                }
            }
            byte[] name = new byte[end - start];
            bytes.get(start, name);
            return new String(name, StandardCharsets.US_ASCII);
        }

        private Optional<String> loader() {
            int table = Math.toIntExact(bytes.getLong(0x20));
            int entry = bytes.getShort(0x36);
            for (int i = 0; i < bytes.getShort(0x38); i++) {
                int at = table + i * entry;
                if (bytes.getInt(at) == SEGMENT_LOADER) {
                    return Optional.of(text(Math.toIntExact(bytes.getLong(at + 8))));
                }
            }
            return Optional.empty();
        }

        private List<String> libraries() {
            List<String> libraries = new ArrayList<>();
            for (Section dynamic : sections(SECTION_DYNAMIC)) {
                for (int at = dynamic.offset(); at < dynamic.offset() + dynamic.size(); at += 16) {
                    if (bytes.getLong(at) == TAG_NEEDED) {
                        libraries.add(name(dynamic, Math.toIntExact(bytes.getLong(at + 8))));
                    }
                }
            }
            return libraries;
        }

        /** A list of libraries, each with a list of versions; both are linked by distances, of which the last is 0. */
        private Optional<String> glibc() {
            TreeSet<Version> versions =
                    new TreeSet<>(Comparator.comparingInt(Version::major).thenComparingInt(Version::minor));
            for (Section needed : sections(SECTION_VERSIONS_NEEDED)) {
                int library = needed.offset();
                boolean more = true;
                while (more) {
                    int version = library + bytes.getInt(library + 8);
                    for (int i = 0; i < bytes.getShort(library + 2); i++) {
                        Matcher glibc = GLIBC.matcher(name(needed, bytes.getInt(version + 8)));
                        if (glibc.matches()) {
                            versions.add(
                                    new Version(Integer.parseInt(glibc.group(1)), Integer.parseInt(glibc.group(2))));
                        }
                        version += bytes.getInt(version + 12);
                    }
                    int next = bytes.getInt(library + 12);
                    library += next;
                    more = next != 0;
                }
            }
            return versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            versions.last().major() + "." + versions.last().minor());
        }

        private Optional<String> level() {
            for (Section note : sections(SECTION_NOTE)) {
                int name = bytes.getInt(note.offset());
                int properties = note.offset() + 12 + align(name, 4);
                int end = properties + bytes.getInt(note.offset() + 4);
                if (bytes.getInt(note.offset() + 8) != NOTE_PROPERTIES) {
                    continue;
                }
                for (int at = properties; at < end; at += 8 + align(bytes.getInt(at + 4), 8)) {
                    if (bytes.getInt(at) == PROPERTY_X86_LEVEL_NEEDED) {
                        return level(bytes.getInt(at + 8));
                    }
                }
            }
            return Optional.empty();
        }

        private static Optional<String> level(int bits) {
            int highest = Integer.SIZE - Integer.numberOfLeadingZeros(bits);
            return switch (highest) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of("x86-64");
                default -> Optional.of("x86-64-v" + highest);
            };
        }

        private static int align(int size, int to) {
            return (size + to - 1) / to * to;
        }
    }
}
