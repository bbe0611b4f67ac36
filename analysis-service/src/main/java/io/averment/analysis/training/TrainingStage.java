package io.averment.analysis.training;

import java.util.List;

/**
 * One stretch of the parser's training. The rate falls along a straight line over the whole stage.
 *
 * @param name for the person who waits
 * @param sentences what is learnt; its tags and relations are the answers of this stage alone
 * @param passes how often it is gone through
 * @param batchTokens how many tokens a step of the parameters waits for
 * @param highestRate of learning, soon after the stage has begun
 * @param lowestRate at its end
 */
record TrainingStage(
        String name,
        List<TreebankSentence> sentences,
        int passes,
        int batchTokens,
        float highestRate,
        float lowestRate) {

    /** What part of a stage the rate takes to rise. */
    private static final double WARMING = 0.02;

    TrainingStage {
        sentences = List.copyOf(sentences);
    }

    long tokens() {
        return sentences.stream().mapToLong(TreebankSentence::size).sum();
    }

    /** @param progress 0 at the stage's beginning, 1 at its end */
    float rate(double progress) {
        double warm = Math.min(1, progress / WARMING);
        return (float) (warm * (lowestRate + (highestRate - lowestRate) * (1 - progress)));
    }
}
