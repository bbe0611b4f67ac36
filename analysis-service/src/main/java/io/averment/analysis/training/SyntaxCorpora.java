package io.averment.analysis.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The treebanks that syntax is trained and measured on, and how they are divided. */
enum SyntaxCorpora {
    EWT_DEV("EWT dev", "syntax/en_ewt-ud-dev.conllu"),
    EWT_TEST("EWT test", "syntax/en_ewt-ud-test.conllu"),
    GUM_INTERVIEW("GUM interviews", "syntax/gum-open.conllu"),
    OWN_NEWS("own news", "news.conllu");

    static final String EWT_TRAIN = "syntax/en_ewt-ud-train.conllu";
    static final String TAUGHT = "taught/syntax.conllu";
    private static final String GUM = "syntax/gum-open.conllu";

    /** Interviews of Wikinews are what GUM's open part has nearest to news; nothing is trained on them. */
    private static final String HELD_OUT = "GUM_interview";

    private final String title;
    private final String file;

    SyntaxCorpora(String title, String file) {
        this.title = title;
        this.file = file;
    }

    String title() {
        return title;
    }

    /** The row of a figure that cannot be measured. */
    Figure missing(String row) {
        return new Figure.Missing(row, file, this == OWN_NEWS);
    }

    /** The sentences for measuring, or nothing when the file is not there. */
    Optional<List<TreebankSentence>> read(CorpusFolder data, CorpusFolder own) throws IOException {
        Optional<Path> path = (this == OWN_NEWS ? own : data).find(file);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<TreebankSentence> sentences = Treebank.read(path.get());
        return Optional.of(
                this == GUM_INTERVIEW ? Treebank.select(sentences, name -> name.startsWith(HELD_OUT)) : sentences);
    }

    /**
     * The sentences for training.
     *
     * @throws IOException if a treebank is missing or broken
     */
    static List<TreebankSentence> training(CorpusFolder data) throws IOException {
        List<TreebankSentence> sentences = new ArrayList<>(Treebank.read(required(data, EWT_TRAIN)));
        sentences.addAll(Treebank.select(Treebank.read(required(data, GUM)), name -> !name.startsWith(HELD_OUT)));
        return sentences;
    }

    /**
     * Open text with the trees that a teacher found, converted.
     *
     * @param treebanks what they are converted towards
     * @throws IOException if it is missing or broken
     */
    static List<TreebankSentence> taught(CorpusFolder data, List<TreebankSentence> treebanks) throws IOException {
        Set<String> copulas = ClearTree.copulas(treebanks);
        return Treebank.read(required(data, TAUGHT)).stream()
                .map(sentence -> ClearTree.converted(sentence, copulas))
                .toList();
    }

    private static Path required(CorpusFolder data, String file) throws IOException {
        return data.find(file).orElseThrow(() -> new IOException("The treebank " + file + " is not there"));
    }
}
