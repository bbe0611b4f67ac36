package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.Deadline;
import io.averment.analysis.commitment.Party;
import io.averment.analysis.commitment.Phase;
import io.averment.analysis.conflict.Conflict;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes commitments, and conflicts between facts. */
final class CommitmentsWriter {

    private final String text;
    private final SpanWriter spans;
    private final JsonGenerator out;

    CommitmentsWriter(String text, SpanWriter spans, JsonGenerator out) {
        this.text = text;
        this.spans = spans;
        this.out = out;
    }

    void write(List<Commitment> commitments) throws IOException {
        out.writeArrayFieldStart("commitments");
        for (Commitment commitment : commitments) {
            writeCommitment(commitment);
        }
        out.writeEndArray();
    }

    private void writeCommitment(Commitment commitment) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", commitment.id());
        writeOptional("actor", commitment.actor().entity());
        writeParty("undertaker", commitment.actor());
        writeSpan("act", commitment.act());
        Span object = commitment.object();
        if (object != null) {
            out.writeStringField("object", object.of(text));
            spans.writeField("objectSpans", List.of(object));
        }
        writeSpan("trigger", commitment.trigger());
        out.writeBooleanField("negated", commitment.negated());
        writeDeadline(commitment.deadline());
        if (commitment.condition() != null) {
            writeSpan("condition", commitment.condition());
        }
        out.writeStringField("strength", commitment.strength().name());
        writePhase(commitment.phase());
        writeIds("places", commitment.places());
        if (commitment.outcome() != null) {
            out.writeStringField("outcome", commitment.outcome().name());
        }
        writeOptional("announcer", commitment.announcer().entity());
        writeParty("announcedBy", commitment.announcer());
        writeOptional("statement", commitment.statement());
        out.writeEndObject();
    }

    private void writeDeadline(@Nullable Deadline deadline) throws IOException {
        if (deadline == null) {
            return;
        }
        out.writeStringField("deadline", deadline.time());
        out.writeObjectFieldStart("due");
        spans.writeInto(deadline.words());
        out.writeStringField("relation", deadline.relation().name());
        writeOptional("edtf", deadline.edtf());
        writeOptional(
                "latest", deadline.latest() == null ? null : deadline.latest().toString());
        out.writeEndObject();
    }

    private void writePhase(@Nullable Phase phase) throws IOException {
        if (phase != null) {
            out.writeObjectFieldStart("phase");
            out.writeNumberField("order", phase.order());
            if (phase.count() > 0) {
                out.writeNumberField("count", phase.count());
            }
            out.writeStringField("label", phase.label());
            out.writeEndObject();
        }
    }

    private void writeParty(String name, Party party) throws IOException {
        out.writeObjectFieldStart(name);
        spans.writeField("spans", party.spans());
        writeOptional("name", party.name());
        writeOptional("description", party.description());
        writeOptional("entity", party.entity());
        Party.Unresolved unresolved = party.unresolved();
        if (unresolved != null) {
            out.writeObjectFieldStart("unresolved");
            out.writeStringField("reason", unresolved.reason().name());
            writeIds("candidates", unresolved.candidates());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    void writeConflicts(List<Conflict> conflicts) throws IOException {
        out.writeArrayFieldStart("conflicts");
        for (Conflict conflict : conflicts) {
            out.writeStartObject();
            out.writeStringField("kind", conflict.kind().name());
            writeIds("facts", conflict.facts());
            out.writeStringField("explanation", conflict.explanation());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeSpan(String name, Span span) throws IOException {
        out.writeObjectFieldStart(name);
        spans.writeInto(span);
        out.writeEndObject();
    }

    private void writeIds(String name, List<String> ids) throws IOException {
        out.writeArrayFieldStart(name);
        for (String id : ids) {
            out.writeString(id);
        }
        out.writeEndArray();
    }

    private void writeOptional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
