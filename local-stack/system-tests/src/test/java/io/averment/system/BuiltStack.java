package io.averment.system;

import io.averment.stack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The local stack as the build left it, and what a run of it in a test needs. */
final class BuiltStack {

    /** What {@code java} is told to run the local stack's classes; the build wrote it. */
    static final Path JAVA_ARGUMENTS = Path.of("../stack/target/java.args");

    private static final int FIRST_BASE = 12_000;
    private static final int LAST_BASE = 32_000;
    private static final int DISTANCE = 100;

    private BuiltStack() {}

    /** Whether the tests were asked to run the native executables. */
    static boolean isNative() {
        return Boolean.getBoolean("averment.native");
    }

    /** Makes this process know what {@link #JAVA_ARGUMENTS} tells others: the system properties of the build. */
    static void takeProperties() throws IOException {
        for (String line : Files.readAllLines(JAVA_ARGUMENTS)) {
            int equals = line.indexOf('=');
            if (line.startsWith("-Daverment.") && equals > 0) {
                System.setProperty(line.substring(2, equals), unquoted(line.substring(equals + 1)));
            }
        }
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** A base from which all of a run's ports are free; the search is below the range of ports given out by the system. */
    static int freeBase(int span) throws IOException {
        return IntStream.iterate(FIRST_BASE, base -> base < LAST_BASE, base -> base + DISTANCE)
                .filter(base -> IntStream.rangeClosed(base + 1, base + span).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new IOException("no block of free ports"));
    }

    /** {@code words}, with what makes a run start the native executables if that was asked for. */
    static List<String> words(String... words) {
        return isNative()
                ? Stream.concat(Stream.of(words), Stream.of("--native")).toList()
                : List.of(words);
    }
}
