package io.averment.analysis.commitment;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CastOfNames;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.statement.StatementWords;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.token.TokenizationAnnotator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is undertaken: by whom, by when, how firmly, and what became of it. Thread-safe; linear in the text, up to binary
 * searches and the depth of trees.
 */
public final class CommitmentAnnotator implements Annotator<Commitment> {

    /** Ordered by position. */
    public static final Layer<Commitment> COMMITMENTS = new Layer<>("commitments", Commitment.class);

    private final TriggerLexicon triggers = TriggerLexicon.load();
    private final WordUses words = WordUses.load();
    private final Phrases<DeadlineReading.Sense> deadlines = DeadlineReading.loadWords();
    private final Phrases<ConditionReading.Effect> conditions = ConditionReading.loadWords();
    private final Phrases<OutcomeReading.Telling> outcomes = OutcomeReading.loadVerbs();
    private final Phrases<FulfilmentReading.Telling> fulfilments = FulfilmentReading.load();
    private final Counts counts = Counts.load();
    private final Shares shares = Shares.load(counts);
    private final PhaseReading.Numbers phases = new PhaseReading.Numbers();
    private final StatementWords statementWords;

    /** @param statementWords the classes of words that statements are read by, and who undertakes something */
    public CommitmentAnnotator(StatementWords statementWords) {
        this.statementWords = statementWords;
    }

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public String version() {
        return "3";
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
        files.add(deadlines.file());
        files.add(conditions.file());
        files.add(outcomes.file());
        files.add(fulfilments.file());
        files.add(counts.file());
        files.add(shares.file());
        files.addAll(phases.files());
        files.addAll(statementWords.files());
        return List.copyOf(files);
    }

    @Override
    public List<Commitment> annotate(Document document) {
        ParsedText text = ParsedText.withTurns(document, statementWords);
        SurroundingStatements statements = new SurroundingStatements(document.get(StatementAnnotator.STATEMENTS));
        Participants participants = new Participants(text, document.get(TimeAnnotator.TIMES), words);
        List<Draft> drafts = drafts(document, text, statements, participants);
        Cast cast = CastOfNames.castOf(document);
        SpeakerReading speakers = new SpeakerReading(text, cast, words, participants);
        CommitmentWriter writer = new CommitmentWriter(
                text,
                words,
                cast,
                statements,
                new PartyReading(text, cast, words, participants, speakers),
                speakers,
                new DeadlineReading(deadlines, words, document.get(TimeAnnotator.TIMES), published(document)),
                new ConditionReading(conditions, words),
                new PhaseReading(phases, words),
                new HeadlineReading(text),
                new SequelReading(
                        text,
                        words,
                        document.get(TimeAnnotator.TIMES),
                        new Completion(words, counts, shares, participants),
                        published(document)));
        int headline = 0;
        while (headline < text.sentences.size()
                && text.sentences.get(headline).start(0) < document.report().headlineEnd()) {
            headline++;
        }
        return writer.write(drafts, headline);
    }

    private List<Draft> drafts(
            Document document, ParsedText text, SurroundingStatements statements, Participants participants) {
        Screening screening = new Screening(words, participants);
        FulfilmentReading fulfilment = new FulfilmentReading(fulfilments, triggers, words, participants, text);
        OutcomeReading outcome = new OutcomeReading(outcomes, words, participants, text);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < text.sentences.size(); i++) {
            ParsedSentence sentence = text.sentences.get(i);
            boolean headline = sentence.start(0) < document.report().headlineEnd();
            List<Draft> found = new UndertakingReading(
                            triggers, words, sentence, i, offset -> isReported(offset, text, statements))
                    .read(headline);
            found.forEach(draft -> draft.reported = isReported(sentence.start(draft.act), text, statements));
            found.removeIf(draft -> !screening.isUndertaking(sentence, draft));
            outcome.read(i, found, drafts);
            fulfilment.read(i, found, drafts);
            drafts.addAll(found);
        }
        return drafts;
    }

    /** Whether a position lies in what somebody is reported to have said, in the reporter's words. */
    private static boolean isReported(int offset, ParsedText text, SurroundingStatements statements) {
        return statements.isReported(offset) && !text.isQuoted(offset);
    }

    private static @Nullable LocalDate published(Document document) {
        String date = document.report().publishedAt();
        return date == null ? null : PublicationDate.day(date).orElse(null);
    }
}
