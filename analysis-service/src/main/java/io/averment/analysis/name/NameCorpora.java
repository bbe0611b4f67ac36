package io.averment.analysis.name;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the shipped model of names is trained on, and the training itself. The folder of the public data sets holds
 * {@code mentions/wikigold.conll.txt}, {@code places/world-cities.csv} and {@code events/Phoenix.*}; the folder of taught text holds
 * {@code *.tagged.gz}, text tagged by a teacher after OntoNotes, and {@code *.text.gz}, open text without tags; the folder of the
 * project's own corpus {@code *.train}, its knowledge base {@code *.tsv}. Word lists come from the class path.
 */
public final class NameCorpora {

    /** The name of the model, as in {@code models/NAME.model}. */
    public static final String MODEL = NameModel.NAME;

    /** The own corpus is small, and the only one that has the types as they are meant here. */
    private static final float OWN_WEIGHT = 4;

    private final Path data;
    private final Path taught;
    private final Path own;
    private final Path knowledge;

    /**
     * @param data the public data sets
     * @param taught text tagged by a teacher, and open text
     * @param own the project's own corpus of names
     * @param knowledge the project's own knowledge base
     */
    public NameCorpora(Path data, Path taught, Path own, Path knowledge) {
        this.data = data;
        this.taught = taught;
        this.own = own;
        this.knowledge = knowledge;
    }

    /**
     * Trains the model; the same files give the same bytes.
     *
     * @throws IOException if a file cannot be read
     */
    public byte[] train() throws IOException {
        GazetteerSources sources = gazetteer();
        Set<String> demonyms = sources.names(GazetteerSources.Kind.DEMONYM);
        List<TaggedSentence> sentences = new ArrayList<>();
        TagScheme wikigold = TagScheme.of("wikigold", demonyms);
        sentences.addAll(TaggedText.read(data.resolve("mentions").resolve("wikigold.conll.txt"), -1, wikigold));
        TagScheme ontoNotes = TagScheme.of("ontonotes", demonyms);
        for (Path file : GazetteerSources.files(taught, ".tagged.gz")) {
            sentences.addAll(TaggedText.read(file, -1, ontoNotes));
        }
        for (Path file : GazetteerSources.files(own, ".train")) {
            MarkedText.sentences(MarkedText.read(file))
                    .forEach(sentence -> sentences.add(sentence.weighing(OWN_WEIGHT)));
        }
        OpenText text = new OpenText();
        sentences.forEach(sentence -> text.add(sentence.words()));
        for (Path file : GazetteerSources.files(taught, ".text.gz")) {
            for (String line : TaggedText.lines(file, StandardCharsets.UTF_8)) {
                text.add(line.split(" ", -1));
            }
        }
        return new NameTraining(NameTraining.Settings.standard(), text, sources.hashes()).train(sentences);
    }

    /**
     * Every file outside the class path that the bytes of the model depend on, those that are not there left out.
     *
     * @throws IOException if a folder cannot be read
     */
    public List<Path> inputs() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(data.resolve("mentions").resolve("wikigold.conll.txt"));
        files.add(data.resolve("places").resolve("world-cities.csv"));
        files.addAll(GazetteerSources.files(data.resolve("events"), ".actors.txt"));
        files.addAll(GazetteerSources.files(taught, ".tagged.gz"));
        files.addAll(GazetteerSources.files(taught, ".text.gz"));
        files.addAll(GazetteerSources.files(own, ".train"));
        files.addAll(GazetteerSources.files(knowledge, ".tsv"));
        files.removeIf(file -> !Files.isRegularFile(file));
        return files;
    }

    private GazetteerSources gazetteer() throws IOException {
        GazetteerSources sources =
                new GazetteerSources(KnowledgeFile.load("not-in-names.txt").words());
        Path events = data.resolve("events");
        sources.addCities(data.resolve("places").resolve("world-cities.csv"));
        sources.addPeople(events.resolve("Phoenix.Countries.actors.txt"));
        sources.addOrganizations(
                events.resolve("Phoenix.International.actors.txt"), GazetteerSources.Kind.ORGANIZATION);
        sources.addOrganizations(events.resolve("Phoenix.MilNonState.actors.txt"), GazetteerSources.Kind.ARMED_GROUP);
        for (Path file : GazetteerSources.files(knowledge, ".tsv")) {
            sources.addKnowledge(file);
        }
        sources.addWords(KnowledgeFile.load("name-words.tsv"));
        return sources;
    }
}
