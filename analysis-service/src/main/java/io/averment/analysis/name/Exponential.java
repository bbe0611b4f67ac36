package io.averment.analysis.name;

/** The exponential function by plain arithmetic, so that interpreted, compiled and native code agree to the last bit. */
final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final double LOWEST = -700;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;

    private Exponential() {}

    /** e to the power of {@code x}, of at most 700, to nine digits; 0 far below. */
    static double of(double x) {
        if (x < LOWEST) {
            return 0;
        }
        long whole = (long) Math.floor(x * LOG2_E + 0.5);
        double rest = x - whole * LN_2;
        double series = 1
                + rest
                        * (1
                                + rest
                                        / 2
                                        * (1
                                                + rest
                                                        / 3
                                                        * (1
                                                                + rest
                                                                        / 4
                                                                        * (1
                                                                                + rest
                                                                                        / 5
                                                                                        * (1
                                                                                                + rest
                                                                                                        / 6
                                                                                                        * (1
                                                                                                                + rest
                                                                                                                        / 7))))));
        return series * Double.longBitsToDouble((whole + EXPONENT_BIAS) << MANTISSA_BITS);
    }
}
