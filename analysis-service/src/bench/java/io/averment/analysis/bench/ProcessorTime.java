package io.averment.analysis.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The processor time of the measuring thread: unlike JMH's own clock it says something on a machine that does other work too. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

    /** Processor time of all rounds. */
    public long nanoseconds = 0;

    /** How often all reports were annotated. */
    public long rounds = 0;

    private long start = 0;

    @Setup(Level.Iteration)
    public void start() {
        start = now();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        nanoseconds += now() - start;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
