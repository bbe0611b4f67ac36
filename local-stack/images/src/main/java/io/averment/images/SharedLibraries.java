package io.averment.images;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.ElfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The loader and the shared libraries of this machine that programs need, and that those need in turn, found where glibc's loader looks
 * without being told. Not thread-safe.
 */
final class SharedLibraries {

    /**
     * What glibc consists of; libraries that programs unpack while they run name them (that for zstd: libpthread). The last three are what
     * it looks names up with, and opens by name while a program runs, before 2.34.
     */
    private static final List<String> GLIBC = List.of(
            "libc.so.6",
            "libdl.so.2",
            "libm.so.6",
            "libpthread.so.0",
            "librt.so.1",
            "libnss_files.so.2",
            "libnss_dns.so.2",
            "libresolv.so.2");

    private final String machine;
    private final Set<String> own;
    private final SortedSet<Path> found = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final ArrayDeque<Path> unread = new ArrayDeque<>();

    private SharedLibraries(String machine, Set<String> own) {
        this.machine = machine;
        this.own = own;
    }

    /**
     * Where they stand on this machine, by the paths by which the loader finds them; those may be symbolic links.
     *
     * @param programs executables first, then libraries that they bring with them and find by themselves
     */
    static SortedSet<Path> of(List<Path> programs) throws IOException {
        SharedLibraries libraries = new SharedLibraries(
                read(programs.getFirst()).machine(),
                programs.stream()
                        .map(program -> String.valueOf(program.getFileName()))
                        .collect(Collectors.toUnmodifiableSet()));
        libraries.unread.addAll(programs);
        libraries.follow();
        // A program that is linked statically needs none of them.
        if (!libraries.found.isEmpty()) {
            for (String part : GLIBC) {
                libraries.find(part).ifPresent(libraries::add);
            }
            libraries.follow();
        }
        return libraries.found;
    }

    private void follow() throws IOException {
        while (!unread.isEmpty()) {
            Path file = unread.remove();
            ElfFile elf = read(file);
            elf.loader().map(Path::of).ifPresent(this::add);
            for (String name : elf.libraries()) {
                if (!own.contains(name) && !names.contains(name)) {
                    add(find(name)
                            .orElseThrow(() -> new StackFailure(
                                    file + " needs the library " + name + ", which is in none of " + folders() + ".")));
                }
            }
        }
    }

    private void add(Path library) {
        if (names.add(String.valueOf(library.getFileName()))) {
            found.add(library);
            unread.add(library);
        }
    }

    private Optional<Path> find(String name) {
        return folders().stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isRegularFile)
                .filter(this::isOfMachine)
                .findFirst();
    }

    private Collection<String> folders() {
        String triplet = machine.replace('-', '_') + "-linux-gnu";
        return List.of("/lib/" + triplet, "/usr/lib/" + triplet, "/lib64", "/usr/lib64", "/lib", "/usr/lib");
    }

    /** A folder may hold libraries for another processor, or a text for the linker. */
    private boolean isOfMachine(Path library) {
        try {
            return ElfFile.read(library).machine().equals(machine);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws StackFailure if it is no program */
    static ElfFile read(Path file) throws IOException {
        try {
            return ElfFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new StackFailure(file + " is not a program for 64-bit Linux.", e);
        }
    }
}
