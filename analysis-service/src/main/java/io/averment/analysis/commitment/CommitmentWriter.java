package io.averment.analysis.commitment;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CastOfNames;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes commitments of drafts. Not thread-safe. */
final class CommitmentWriter {

    private final ParsedText text;
    private final SurroundingStatements statements;
    private final Cast cast;
    private final WordUses words;
    private final PartyReading parties;
    private final DeadlineReading deadlines;
    private final ConditionReading conditions;
    private final PhaseReading phases;
    private final List<Commitment> commitments = new ArrayList<>();
    private int learned;

    CommitmentWriter(
            Document document,
            ParsedText text,
            SurroundingStatements statements,
            Participants participants,
            WordUses words,
            DeadlineWords deadlineWords,
            PhaseReading.Numbers numbers) {
        this.text = text;
        this.statements = statements;
        this.words = words;
        this.cast = CastOfNames.castOf(document);
        this.parties = new PartyReading(text, cast, participants);
        this.deadlines = new DeadlineReading(
                deadlineWords, document.get(TimeAnnotator.TIMES), published(document.report().publishedAt()));
        this.conditions = new ConditionReading(words);
        this.phases = new PhaseReading(numbers, words);
    }

    private static @Nullable LocalDate published(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date.substring(0, 10));
    }

    List<Commitment> write(List<Draft> drafts) {
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.sort(Comparator.comparingInt((Draft draft) -> draft.sentence).thenComparingInt(draft -> draft.act));
        for (Draft draft : ordered) {
            write(draft);
        }
        return List.copyOf(commitments);
    }

    private void write(Draft draft) {
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        while (learned <= draft.sentence) {
            phases.learn(text.sentences.get(learned++));
        }
        ActReading acts = new ActReading(words, sentence);
        int offset = sentence.start(draft.act);
        Statement statement = statements.spokenAt(offset);
        Party announcer = parties.announcer(statement, statements.latestSpeaker(offset));
        Deadline deadline = deadlines.of(sentence, draft);
        Span condition = conditions.of(sentence, draft);
        Span act = acts.act(draft, deadline);
        commitments.add(new Commitment(
                "c" + (commitments.size() + 1),
                parties.actor(sentence, draft, announcer.name()),
                act,
                acts.object(draft),
                sentence.span(draft.triggerFrom, draft.triggerTo),
                draft.negated,
                places(act),
                deadline,
                condition,
                condition == null ? draft.strength : Strength.CONDITIONAL,
                phases.of(sentence, draft),
                draft.outcome,
                announcer,
                statement == null ? null : statement.id()));
    }

    private List<String> places(Span act) {
        List<String> places = new ArrayList<>();
        List<Reference> references = cast.references();
        int low = 0;
        int high = references.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (references.get(middle).mention().span().start() < act.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < references.size() && references.get(i).mention().span().start() < act.end(); i++) {
            EntityType type = references.get(i).mention().type();
            if (type == EntityType.PLACE || type == EntityType.FACILITY) {
                places.add(references.get(i).id());
            }
        }
        return places;
    }
}
