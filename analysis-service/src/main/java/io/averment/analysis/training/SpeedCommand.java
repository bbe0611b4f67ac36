package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.model.Model;
import io.averment.analysis.sentence.Abbreviations;
import io.averment.analysis.syntax.SyntaxModel;
import io.averment.analysis.token.TokenLexicon;
import io.averment.analysis.token.Tokenizer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Measures how many tokens a second of one thread's processor time each step takes, and how long the models take to load. A plain
 * program: a step takes far longer than what a micro-benchmark's harness guards against, and processor time, which a harness does
 * not count, is all that says something on a machine that does other work too.
 */
public final class SpeedCommand {

    private static final int WARM_UP_ROUNDS = 30;
    private static final int ROUNDS = 15;
    private static final double SECOND = 1e9;

    private SpeedCommand() {}

    /**
     * The argument is a treebank.
     *
     * @throws IOException if it cannot be read
     */
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<TreebankSentence> sentences = Treebank.read(Path.of(arguments[0]));
        List<RawText> texts = RawText.of(sentences);
        long start = cpuTime();
        Model file = Model.load(SyntaxModel.NAME);
        SyntaxModel model = SyntaxModel.read(file);
        out.printf(Locale.ROOT, "%-24s %8.0f ms%n", "loading, first time", (cpuTime() - start) / 1e6);
        Tokenizer tokenizer = new Tokenizer(TokenLexicon.load(Abbreviations.load()));
        measure(out, "tokens", () -> tokenize(tokenizer, texts));
        measure(out, "tags and dependencies", () -> parse(model, sentences));
    }

    private static int tokenize(Tokenizer tokenizer, List<RawText> texts) {
        int tokens = 0;
        for (RawText raw : texts) {
            for (Span sentence : raw.sentences()) {
                tokens += tokenizer.tokens(raw.text(), sentence).size();
            }
        }
        return tokens;
    }

    private static int parse(SyntaxModel model, List<TreebankSentence> sentences) {
        int tokens = 0;
        for (TreebankSentence sentence : sentences) {
            tokens += model.analyse(sentence.forms()).size();
        }
        return tokens;
    }

    /** The median of some rounds, after the compiler has had its own. */
    private static void measure(PrintStream out, String name, IntSupplier round) {
        long warm = 0;
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            warm += round.getAsInt();
        }
        double[] speeds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = cpuTime();
            int tokens = round.getAsInt();
            speeds[i] = tokens * SECOND / Math.max(1, cpuTime() - start);
        }
        Arrays.sort(speeds);
        out.printf(Locale.ROOT, "%-24s %8.0f tokens/s (after %d tokens)%n", name, speeds[ROUNDS / 2], warm);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
