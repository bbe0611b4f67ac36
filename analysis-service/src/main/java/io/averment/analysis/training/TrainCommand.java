package io.averment.analysis.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code train [MODEL...] --data DIR}: trains models and writes their files. */
public final class TrainCommand {

    private TrainCommand() {}

    /** The first argument is the folder that models are written to. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), trainings(Path.of(arguments[0])), out));
    }

    private static List<ModelTraining> trainings(Path models) {
        Path module = models.resolve("../../../..").normalize();
        return List.of(new SyntaxTraining(), new NameModelTraining(module));
    }

    /** 0 when all was trained, 2 for wrong arguments or corpora. */
    static int run(List<String> arguments, List<ModelTraining> trainings, PrintStream out) {
        Path target = Path.of(arguments.getFirst());
        Path data = null;
        List<String> names = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            if (!"--data".equals(arguments.get(i))) {
                names.add(arguments.get(i));
            } else if (++i < arguments.size()) {
                data = Path.of(arguments.get(i));
            }
        }
        for (String name : names) {
            if (trainings.stream().noneMatch(training -> training.name().equals(name))) {
                List<String> known = trainings.stream().map(ModelTraining::name).toList();
                return fault("there is no model " + name + "; the models: " + String.join(", ", known), out);
            }
        }
        if (data == null) {
            return fault("needs --data DIR, the folder of the corpora", out);
        }
        try {
            CorpusFolder corpora = CorpusFolder.at(data);
            for (ModelTraining training : trainings) {
                if (names.isEmpty() || names.contains(training.name())) {
                    train(training, corpora, target, out);
                }
            }
            return 0;
        } catch (IOException e) {
            return fault(Unreadable.why(e), out);
        }
    }

    private static int fault(String why, PrintStream out) {
        out.println("averment train: " + why);
        return 2;
    }

    private static void train(ModelTraining training, CorpusFolder data, Path target, PrintStream out)
            throws IOException {
        out.println(training.name());
        byte[] model = training.train(data, out);
        Path file = target.resolve(training.name() + ".model");
        Files.write(file, model);
        out.println("  " + file.getFileName() + ", " + model.length + " bytes");
    }
}
