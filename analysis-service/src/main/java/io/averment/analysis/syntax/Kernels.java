package io.averment.analysis.syntax;

/**
 * The loops in which the parser's network spends nearly all of its time, in two ways that give the same bits: each element is made of
 * the same operations in the same order, with no fused ones among them. {@link LoopKernels} leaves it to the compiler to find
 * vector instructions in loops, as that of the JVM does; {@link LaneKernels} names them, for the compiler of native executables
 * does not. Thread-safe.
 */
sealed interface Kernels permits LoopKernels, LaneKernels {

    /**
     * {@code y += x * w} for some rows of {@code x} and {@code y}.
     *
     * @param x of each row as many elements from {@code from} as {@code w} has rows
     * @param count of rows, from the first
     */
    void addProducts(float[][] x, int from, int count, float[][] w, float[][] y);

    /**
     * One token of a recurrent unit. All arrays are of the same length.
     *
     * @param state of the token before, and then of this one
     * @param candidate for the state
     * @param f what the input says to the forget gate; its openings afterwards
     * @param forget what each element of the state adds to its own
     * @param r the same for the reset gate
     * @param carried what the reset gate mixes with the state; the output afterwards
     */
    void step(float[] state, float[] candidate, float[] f, float[] forget, float[] r, float[] reset, float[] carried);

    /**
     * Those that are fast here. Natively the {@link LaneKernels}, if the build added the module that they need; whether the
     * processor has the instructions is the executable's own check at its start. On the JVM the {@link LoopKernels}: the module,
     * which still incubates, would be announced on the console, and its operations are slow until they are compiled.
     */
    static Kernels fastest() {
        boolean isNative = System.getProperty("org.graalvm.nativeimage.imagecode") != null;
        boolean hasLanes = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return isNative && hasLanes ? new LaneKernels() : new LoopKernels();
    }
}
