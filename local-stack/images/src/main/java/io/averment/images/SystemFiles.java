package io.averment.images;

import io.averment.stack.release.SoftwareBill.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that programs find of an operating system in an image that is not made on top of another: the libraries that they need, as they are
 * on this machine, with their licences where dpkg has them; one user; where names are looked up; and {@code /tmp}. No shell and no other
 * program, and no certificates either, since a Java runtime and an executable made with one bring their own.
 *
 * @param layer the files
 * @param parts the same for a bill of materials
 * @param unlicensed those of the libraries whose licence this machine has nowhere that is known here
 */
record SystemFiles(Layer layer, List<Part> parts, List<Path> unlicensed) {

    /** The user and the group of that number, of which nothing else on a machine is likely to be. */
    static final int USER = 10001;

    private static final String USERS =
            "root:x:0:0:root:/:/sbin/nologin\n" + "averment:x:" + USER + ":" + USER + ":Averment:/tmp:/sbin/nologin\n";
    private static final String GROUPS = "root:x:0:\n" + "averment:x:" + USER + ":\n";
    private static final String SOURCES_OF_NAMES = """
            passwd: files
            group: files
            hosts: files dns
            """;

    SystemFiles {
        parts = List.copyOf(parts);
        unlicensed = List.copyOf(unlicensed);
    }

    /**
     * For some programs.
     *
     * @param programs executables first, then libraries that they bring with them
     * @param drafts an existing folder for files that are made here; they must stay until the image is made
     */
    static SystemFiles of(List<Path> programs, Path drafts) throws IOException, InterruptedException {
        return of(programs, drafts, InstalledPackage.asked(drafts));
    }

    /** The same with other packages than those of this machine. */
    static SystemFiles of(List<Path> programs, Path drafts, InstalledPackage.Answers packages)
            throws IOException, InterruptedException {
        Collection<Path> libraries = SharedLibraries.of(programs);
        Layer layer = new Layer("system");
        libraries.forEach(library -> layer.file(library.toString(), library));
        layer.file("/etc/passwd", Files.writeString(drafts.resolve("passwd"), USERS));
        layer.file("/etc/group", Files.writeString(drafts.resolve("group"), GROUPS));
        layer.file("/etc/nsswitch.conf", Files.writeString(drafts.resolve("nsswitch.conf"), SOURCES_OF_NAMES));
        layer.openFolder("/tmp", drafts);

        List<Part> parts = new ArrayList<>();
        Set<Path> unowned = new HashSet<>(libraries);
        List<Path> unlicensed = new ArrayList<>(libraries);
        for (InstalledPackage installed : InstalledPackage.of(libraries, packages)) {
            Optional<Path> licences = installed.licences();
            if (licences.isPresent()) {
                layer.file("/usr/share/doc/" + installed.name() + "/copyright", licences.get());
                unlicensed.removeAll(installed.files());
            }
            parts.add(installed.part());
            installed.files().forEach(unowned::remove);
        }
        for (Path library : libraries) {
            if (unowned.contains(library)) {
                parts.add(new Part("library", library.toString(), "", "", "", InstalledPackage.sums(List.of(library))));
            }
        }
        return new SystemFiles(layer, parts, unlicensed);
    }
}
