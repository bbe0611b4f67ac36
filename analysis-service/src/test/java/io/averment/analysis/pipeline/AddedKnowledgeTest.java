package io.averment.analysis.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.Analyses;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Report;
import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.knowledge.KnowledgeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedKnowledgeTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readFilesOfFolderByName() throws IOException {
        Files.writeString(folder.resolve("b.tsv"), "# second");
        Files.writeString(folder.resolve("a.tsv"), "# first");
        Files.writeString(folder.resolve("notes.txt"), "no knowledge");
        assertEquals(
                List.of("a.tsv", "b.tsv"),
                KnowledgeFolder.read(folder).stream().map(KnowledgeFile::name).toList());
    }

    @Test
    void nameFolderThatIsNotThere() {
        Path missing = folder.resolve("nothing");
        assertEquals(
                missing + ": cannot be read as a folder of knowledge files",
                assertThrows(KnowledgeException.class, () -> KnowledgeFolder.read(missing))
                        .getMessage());
    }

    @Test
    void knowWhatDeploymentAddsAndBeAnotherPipeline() {
        KnowledgeFile file = KnowledgeFile.of(
                "own.tsv", "ORGANIZATION\town:quay\tQuay Board of Lindau\tQBL\tkind=AGENCY; country=DE; sector=GOV");
        Pipeline pipeline = StandardPipeline.build(List.of(file));
        assertNotEquals(Analyses.PIPELINE.fingerprint(), pipeline.fingerprint());
        Outcome.Completed completed = assertInstanceOf(
                Outcome.Completed.class,
                pipeline.analyse(new Report("The Quay Board of Lindau met on Monday.", 0, null, "en", null)));
        Entity entity = completed
                .analysis()
                .document()
                .get(CoreferenceAnnotator.CAST)
                .getFirst()
                .entities()
                .getFirst();
        assertEquals("own:quay", entity.external().get("averment"));
        assertEquals("DEU", entity.country());
    }
}
