package io.averment.analysis.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.statement.StatementAnnotator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForeignTextTest {

    private static final String GERMAN =
            "„Wir warten“, sagte die Bürgermeisterin am Dienstag. \"Der Regen hört bald auf\", fügte sie hinzu.";

    private static JsonNode json(Analysis analysis) throws IOException {
        return new ObjectMapper().readTree(new AnalysisWriter().bytes(analysis));
    }

    private static Analysis analyse(@Nullable String declared) {
        return Analyses.of(new Report(GERMAN, 0, null, declared, null));
    }

    @Test
    void leaveOutWhatReadsEnglishOnlyAndSaySo() {
        Analysis analysis = analyse(null);
        assertTrue(analysis.degraded().contains(new Degradation("statements", Degradation.LANGUAGE_NOT_SUPPORTED)));
        assertTrue(analysis.degraded().stream()
                .allMatch(lost -> lost.reason().equals(Degradation.LANGUAGE_NOT_SUPPORTED)));
        assertEquals(List.of(), analysis.document().get(StatementAnnotator.STATEMENTS));
        assertEquals(2, analysis.document().get(SentenceAnnotator.SENTENCES).size());
    }

    @Test
    void writeLanguageThatTextShows() throws IOException {
        JsonNode written = json(analyse(null));
        assertEquals("de", written.get("language").asText());
        assertFalse(written.has("detectedLanguage"));
    }

    @Test
    void keepDeclaredLanguageBesideAnother() throws IOException {
        JsonNode written = json(analyse("en"));
        assertEquals("en", written.get("language").asText());
        assertEquals("de", written.get("detectedLanguage").asText());
        assertFalse(written.get("degraded").isEmpty());
    }

    @Test
    void believeDeclarationWhereTextIsTooShort() {
        Analysis analysis = Analyses.of(new Report("„Ja“, sagte er.", 0, null, "de", null));
        assertEquals(List.of(), analysis.document().get(StatementAnnotator.STATEMENTS));
        assertFalse(analysis.degraded().isEmpty());
    }
}
