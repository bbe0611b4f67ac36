package io.averment.analysis.bench;

import io.averment.analysis.pipeline.Pipeline;
import io.averment.analysis.pipeline.StandardPipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Reading all knowledge and models in a JVM that has done nothing before. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.MILLISECONDS)
public class LoadingBenchmark {

    @Benchmark
    public Pipeline load() {
        return StandardPipeline.build();
    }
}
