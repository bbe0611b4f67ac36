package io.averment.analysis.training;

/** Cross entropy over scores. */
final class Softmax {

    private Softmax() {}

    /**
     * Turns scores into the gradient of the loss, the negative logarithm of the probability of all right answers together.
     *
     * @param scores minus infinity for what is not allowed
     * @param right which answers are right, at least one
     * @return the loss
     */
    static double gradient(float[] scores, boolean[] right) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        double all = 0;
        double good = 0;
        double[] masses = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            masses[i] = StrictMath.exp(scores[i] - greatest);
            all += masses[i];
            good += right[i] ? masses[i] : 0;
        }
        good = Math.max(good, 1e-30);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (masses[i] / all - (right[i] ? masses[i] / good : 0));
        }
        return -StrictMath.log(good / all);
    }

    /** The same with one right answer. */
    static double gradient(float[] scores, int right) {
        boolean[] answers = new boolean[scores.length];
        answers[right] = true;
        return gradient(scores, answers);
    }
}
