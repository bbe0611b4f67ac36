package io.averment.analysis.commitment;

import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what is undertaken: by whom, by when, how firmly, and what became of it. Thread-safe; linear in the text, up to binary
 * searches and the depth of trees.
 */
public final class CommitmentAnnotator implements Annotator<Commitment> {

    /** Ordered by position. */
    public static final Layer<Commitment> COMMITMENTS = new Layer<>("commitments", Commitment.class);

    private final TriggerLexicon triggers = TriggerLexicon.load();
    private final WordUses words = WordUses.load();
    private final DeadlineWords deadlines = DeadlineWords.load();
    private final PhaseReading.Numbers phases = new PhaseReading.Numbers();
    private final KnowledgeFile calendarFile = KnowledgeFile.load("calendar.txt");
    private final Set<String> calendar = calendarFile.words();

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<Commitment> produces() {
        return COMMITMENTS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(
                ParagraphAnnotator.PARAGRAPHS,
                TokenizationAnnotator.SENTENCE_TOKENS,
                SyntaxAnnotator.SYNTAX,
                NameAnnotator.NAMES,
                QuotationAnnotator.QUOTATIONS,
                StatementAnnotator.STATEMENTS,
                TimeAnnotator.TIMES,
                CoreferenceAnnotator.CAST);
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    @Override
    public boolean isEnglishOnly() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        List<KnowledgeFile> files = new ArrayList<>(triggers.files());
        files.addAll(words.files());
        files.addAll(deadlines.files());
        files.addAll(phases.files());
        files.add(calendarFile);
        return List.copyOf(files);
    }

    @Override
    public List<Commitment> annotate(Document document) {
        ParsedText text = new ParsedText(document, calendar, Set.of());
        SurroundingStatements statements =
                new SurroundingStatements(document.get(StatementAnnotator.STATEMENTS));
        Participants participants = new Participants(text, words);
        Screening screening = new Screening(words, participants);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < text.sentences.size(); i++) {
            List<Draft> found = new ArrayList<>();
            new UndertakingReading(triggers, text.sentences.get(i), i, statements::isReported).read(found);
            for (Draft draft : found) {
                if (screening.isUndertaking(text.sentences.get(i), draft)) {
                    drafts.add(draft);
                }
            }
        }
        CommitmentWriter writer = new CommitmentWriter(document, text, statements, participants, words, deadlines, phases);
        return writer.write(drafts);
    }
}
