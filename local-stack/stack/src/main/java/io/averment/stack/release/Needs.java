package io.averment.stack.release;

/** What a machine must have, in sentences for the README of an archive. */
final class Needs {

    /** For the JVM. */
    static final String JVM =
            "A Java runtime 25 or later (`JAVA_HOME`, or `java` on the `PATH`); any system and processor that it runs on, but "
                    + "zstd, in which messages are packed, is native code for Linux, macOS and Windows on x86-64 and aarch64.";

    private Needs() {}

    /** For an executable, as measured from it. */
    static String of(ElfFile elf) {
        StringBuilder needs = new StringBuilder("Linux on " + elf.machine());
        elf.glibc()
                .ifPresent(version -> needs.append(", glibc ").append(version).append(" or later"));
        needs.append(elf.libraries().isEmpty() ? ", no shared library" : ", the shared libraries ")
                .append(String.join(", ", elf.libraries()))
                .append(" (all measured from the executable). ");
        needs.append(elf.level()
                .map(level -> "The processor must have the instructions of " + level + ", as the executable is marked.")
                .orElse("It is compiled for processors with the instructions of "
                        + (elf.machine().equals("x86-64") ? "x86-64-v3 (Intel since 2013, AMD since 2015)" : "ARMv8.1")
                        + ", which the executable looks for when it starts and names if one is missing."));
        return needs.append(" No Java.").toString();
    }
}
