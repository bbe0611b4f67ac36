package io.averment.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory as the system counts it.
 *
 * @param kibibytes how much, in KiB
 */
public record Memory(long kibibytes) {

    private static final String PROPORTIONAL = "Pss:";

    /**
     * What processes, their descendants and this one hold in memory. What several share counts once: each has its proportion (PSS), since the
     * helpers of PostgreSQL share nearly all of theirs.
     */
    public static Memory resident(List<Running> processes) {
        return new Memory(Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        processes.stream()
                                .map(Running::handle)
                                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants())))
                .mapToLong(Memory::of)
                .sum());
    }

    /** What one process and its descendants hold, counted in the same way. */
    public static Memory of(Running process) {
        return new Memory(
                Stream.concat(Stream.of(process.handle()), process.handle().descendants())
                        .mapToLong(Memory::of)
                        .sum());
    }

    private static long of(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException endedOrNotOurs) {
            return 0;
        }
    }

    /** The same in MiB, rounded down. */
    public long toMebibytes() {
        return kibibytes >> 10;
    }
}
