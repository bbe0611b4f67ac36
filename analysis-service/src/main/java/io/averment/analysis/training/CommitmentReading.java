package io.averment.analysis.training;

import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.commitment.Deadline;
import io.averment.analysis.commitment.Party;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CoreferenceAnnotator;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commitments that a pipeline finds in a report. */
final class CommitmentReading implements Function<Report, List<FoundCommitment>> {

    private final Pipeline pipeline;

    CommitmentReading(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** @throws IllegalStateException if an annotator fails */
    @Override
    public List<FoundCommitment> apply(Report report) {
        Document document = AnalysedDocument.of(pipeline, report);
        Map<String, Span> mentions = new HashMap<>();
        for (Cast cast : document.get(CoreferenceAnnotator.CAST)) {
            for (Reference reference : cast.references()) {
                mentions.put(reference.id(), reference.mention().span());
            }
        }
        return document.get(CommitmentAnnotator.COMMITMENTS).stream()
                .map(commitment -> found(commitment, mentions))
                .toList();
    }

    private static FoundCommitment found(Commitment commitment, Map<String, Span> mentions) {
        List<Span> places = new ArrayList<>();
        for (String id : commitment.places()) {
            Span place = mentions.get(id);
            if (place != null) {
                places.add(place);
            }
        }
        Deadline deadline = commitment.deadline();
        GoldCommitment.Reading reading = new GoldCommitment.Reading(
                commitment.strength(),
                deadline == null ? null : deadline.edtf(),
                deadline == null ? null : deadline.latest(),
                commitment.phase() == null ? 0 : commitment.phase().order(),
                commitment.outcome(),
                commitment.negated());
        return new FoundCommitment(
                List.of(commitment.act()),
                party(commitment.actor()),
                party(commitment.announcer()),
                list(commitment.object()),
                places,
                list(deadline == null ? null : deadline.words()),
                list(commitment.condition()),
                reading);
    }

    private static FoundCommitment.Party party(Party party) {
        return new FoundCommitment.Party(party.spans(), party.name());
    }

    private static List<Span> list(@Nullable Span span) {
        return span == null ? List.of() : List.of(span);
    }
}
